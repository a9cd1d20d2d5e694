package dev.touchstone.sandbox.functional;

/** A model that gives texts a place, so that texts of like meaning are near each other. */
interface Embeddings {

    /** Which model, for the summary: figures of two models cannot be compared. */
    String model();

    /** A vector of length 1. Blocks and computes; not for the event loop. */
    float[] embed(String text);

    /** 0 for the same direction, 1 for nothing in common; never more. */
    default double distance(String one, String other) {
        float[] left = embed(one);
        float[] right = embed(other);
        double cosine = 0;
        for (int i = 0; i < left.length; i++) {
            cosine += left[i] * right[i];
        }
        return Math.clamp(1 - cosine, 0, 1);
    }
}
