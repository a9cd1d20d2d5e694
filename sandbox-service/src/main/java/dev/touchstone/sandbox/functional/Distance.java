package dev.touchstone.sandbox.functional;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.suite.Language;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How far an answer is from what was expected; 0 is the same. Four decimals: what comes behind them differs between CPUs.
 *
 * @param embedding by meaning
 * @param words by words, null in languages for which the model alone is good enough
 * @param combined what the verdict goes by
 */
@RegisterForReflection
record Distance(double embedding, @Nullable Double words, double combined) {

    private static final double DECIMALS = 10_000;

    /** Measures with one model and one weight. */
    record Measure(Embeddings embeddings, double japaneseWordsWeight) {

        /** To the nearest of the expected texts. */
        Distance of(String answer, List<String> expected, Language language) {
            return expected.stream().map(each -> between(answer, each, language))
                    .min(Comparator.comparingDouble(Distance::combined)).orElseThrow();
        }

        private Distance between(String answer, String expected, Language language) {
            double embedding = embeddings.distance(answer, expected);
            if (language == Language.EN || japaneseWordsWeight == 0) {
                return new Distance(rounded(embedding), null, rounded(embedding));
            }
            double words = 1 - JapaneseWords.overlap(answer, expected);
            return new Distance(rounded(embedding), rounded(words),
                    rounded(japaneseWordsWeight * words + (1 - japaneseWordsWeight) * embedding));
        }
    }

    static double rounded(double figure) {
        return Math.round(figure * DECIMALS) / DECIMALS;
    }

    /** The farther one of two, where at least one was measured. */
    static @Nullable Distance farther(@Nullable Distance one, @Nullable Distance other) {
        return Stream.of(one, other).<Distance> mapMulti((each, found) -> {
            if (each != null) {
                found.accept(each);
            }
        }).max(Comparator.comparingDouble(Distance::combined)).orElse(null);
    }
}
