package dev.touchstone.sandbox.functional;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What every model of embeddings does, the real one and the one in memory. */
abstract class EmbeddingsKit {

    abstract Embeddings embeddings();

    @Test
    void aTextIsNoDistanceFromItself() {
        assertEquals(0, embeddings().distance("A train to Kyoto", "A train to Kyoto"), 1e-3);
    }

    @Test
    void theSameTextAlwaysHasTheSameVectorOfLengthOne() {
        // When
        float[] vector = embeddings().embed("A train to Kyoto");
        // Then
        double square = 0;
        for (float each : vector) {
            square += each * each;
        }
        assertEquals(1, square, 1e-3);
        assertArrayEquals(vector, embeddings().embed("A train to Kyoto"));
    }

    @Test
    void likeTextsAreNearerThanOthers() {
        double like = embeddings().distance("The train from Tokyo to Kyoto takes two hours", "train from Tokyo to Kyoto");
        double other = embeddings().distance("Turtles lay eggs in warm sand", "train from Tokyo to Kyoto");
        assertTrue(like < other, like + " < " + other);
    }

    @Test
    void anEmptyTextHasAPlaceToo() {
        double distance = embeddings().distance("", "train from Tokyo to Kyoto");
        assertTrue(distance > 0 && distance <= 1, "distance " + distance);
    }

    @Test
    void soHasOneOfWhichATokenizerLeavesNothing() {
        double distance = embeddings().distance("\u0301\u0301 \u200b", "train from Tokyo to Kyoto");
        assertTrue(distance > 0 && distance <= 1, "distance " + distance);
    }
}
