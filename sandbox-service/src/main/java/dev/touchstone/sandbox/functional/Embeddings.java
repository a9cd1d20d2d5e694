package dev.touchstone.sandbox.functional;

/** A model that gives texts a place, so that texts of like meaning are near each other. */
interface Embeddings {

    /** Whether there is a model to measure with. Loads it if need be: blocks, and not for the event loop. */
    Model model();

    /**
     * A vector of length 1. Blocks and computes; not for the event loop.
     *
     * @throws IllegalStateException if the model is not usable
     */
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

    /** The model that was configured, or why there is none: never another in its place. */
    sealed interface Model {

        record Usable(ModelId id) implements Model {
        }

        /** @param reason for operators */
        record Unusable(String reason) implements Model {
        }
    }
}
