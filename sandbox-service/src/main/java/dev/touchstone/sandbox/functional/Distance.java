package dev.touchstone.sandbox.functional;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.suite.Language;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How far an answer is from what was expected; 0 is the same.
 *
 * @param embedding by meaning
 * @param words by words, null in languages for which the model alone is good enough
 * @param combined what the verdict goes by
 */
@RegisterForReflection
record Distance(double embedding, @Nullable Double words, double combined) {

    /** The model was trained on English, so in Japanese the words weigh more than it does. */
    private static final double WORDS_WEIGHT = 0.6;

    static Distance between(String answer, Scenario scenario, Embeddings embeddings) {
        double embedding = embeddings.distance(answer, scenario.expected());
        if (scenario.language() == Language.EN) {
            return new Distance(embedding, null, embedding);
        }
        double words = 1 - JapaneseWords.overlap(answer, scenario.expected());
        return new Distance(embedding, words, WORDS_WEIGHT * words + (1 - WORDS_WEIGHT) * embedding);
    }
}
