package dev.touchstone.sandbox.functional;

import java.util.Locale;

/** Embeddings in memory: texts are near each other if they share words. */
final class WordEmbeddings implements Embeddings {

    static final ModelId ID = new ModelId("words", "sha256:" + "0".repeat(64));
    private static final int DIMENSIONS = 512;

    @Override
    public Model model() {
        return new Model.Usable(ID);
    }

    @Override
    public float[] embed(String text) {
        float[] vector = new float[DIMENSIONS];
        // Every text has a direction, the empty one too.
        vector[0] = 0.1f;
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            vector[1 + Math.floorMod(word.hashCode(), DIMENSIONS - 1)] += word.isEmpty() ? 0 : 1;
        }
        double square = 0;
        for (float each : vector) {
            square += each * each;
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) (vector[i] / Math.sqrt(square));
        }
        return vector;
    }
}
