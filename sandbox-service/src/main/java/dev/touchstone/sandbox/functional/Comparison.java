package dev.touchstone.sandbox.functional;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.functional.ExactFacts.Fact;
import dev.touchstone.sandbox.suite.Language;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How near an answer is to what was expected; 1 is the same. It measures and does not judge. Four decimals, as a
 * {@link Distance} has.
 *
 * @param overlap the share of the expected words that the answer holds; null where the expected text has no such words
 * @param embedding by meaning; null where there is no model, or none that was trained on the language
 * @param shared the first of those words, as the answer says them, folded (NFKC; Japanese and the like in lower case)
 * @param facts what the expected text holds exactly
 * @param contradicted whether the answer has none of its figures and dates, but another in the place of one
 */
@RegisterForReflection
record Comparison(@Nullable Double overlap, @Nullable Double embedding, List<String> shared, List<Fact> facts,
        boolean contradicted) {

    private static final int MOST_SHARED = 20;

    /**
     * Two texts to compare.
     *
     * @param question what was asked: it is no news in an answer
     */
    record Pair(String question, String expected, String answer, Language language) {
    }

    /** Compares with one model, or by words alone. */
    record Measure(@Nullable Embeddings embeddings, Set<Language> languages) {

        Measure {
            languages = Set.copyOf(languages);
        }

        Comparison of(Pair pair) {
            Map<String, String> wanted = words(pair.expected(), pair.language());
            Map<String, String> found = words(pair.answer(), pair.language());
            List<String> shared = wanted.keySet().stream().flatMap(word -> Stream.ofNullable(found.get(word))).toList();
            ExactFacts facts = ExactFacts.of(pair.question(), pair.expected(), pair.answer(), pair.language());
            Double overlap = wanted.isEmpty() ? null : Distance.rounded((double) shared.size() / wanted.size());
            return new Comparison(overlap, embedding(pair), shared.stream().limit(MOST_SHARED).toList(), facts.facts(),
                    facts.contradicted());
        }

        private @Nullable Double embedding(Pair pair) {
            return embeddings == null || !languages.contains(pair.language()) ? null
                    : Distance.rounded(1 - embeddings.distance(pair.answer(), pair.expected()));
        }
    }

    private static Map<String, String> words(String text, Language language) {
        return switch (language) {
            case EN -> EnglishWords.asSaid(text);
            case JA -> JapaneseWords.asSaid(text);
        };
    }
}
