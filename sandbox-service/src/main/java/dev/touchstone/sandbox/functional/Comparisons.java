package dev.touchstone.sandbox.functional;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.util.Version;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.suite.Language;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is asked of {@link SimilaritiesResource} and what it answers. Checked as a whole, so that all faults are told at once.
 */
final class Comparisons {

    static final int MOST_PAIRS = 64;
    /** In UTF-16 units. */
    static final int LONGEST_TEXT = 100_000;
    /** Of all texts together: what one request may cost. */
    static final int LONGEST_REQUEST = 1_000_000;
    private static final String TOKENIZER = "Lucene " + Version.LATEST + ": EnglishAnalyzer (en), Kuromoji (ja)";

    private Comparisons() {
    }

    /** One fault in a request, by JSON pointer. */
    @RegisterForReflection
    record Violation(String pointer, String detail) {
    }

    @RegisterForReflection
    @Schema(name = "Similarities", examples = """
            {"pairs": [{"question": "How long does the Nozomi take?", "expected": "About 2 hours and 15 minutes.",
             "answer": "It takes 2 h 15 min.", "language": "en"}]}""")
    record Request(@Nullable List<@Nullable Texts> pairs) {

        /**
         * @throws HttpProblem with every fault
         */
        List<Comparison.Pair> checked() {
            List<Violation> violations = new ArrayList<>();
            List<@Nullable Texts> given = pairs == null ? List.of() : pairs;
            if (given.isEmpty() || given.size() > MOST_PAIRS) {
                violations.add(new Violation("/pairs", "has from 1 to " + MOST_PAIRS + " pairs"));
            }
            List<Comparison.Pair> checked = new ArrayList<>();
            for (int i = 0; i < Math.min(given.size(), MOST_PAIRS); i++) {
                Texts texts = given.get(i);
                checked.add((texts == null ? Texts.NONE : texts).checked("/pairs/" + i, violations));
            }
            long all = checked.stream().mapToLong(Request::length).sum();
            if (all > LONGEST_REQUEST) {
                violations.add(new Violation("/pairs", "has at most " + LONGEST_REQUEST + " characters in all"));
            }
            if (!violations.isEmpty()) {
                throw HttpProblem.builder().withType(URI.create("urn:touchstone:problem:invalid-request"))
                        .withTitle("Invalid request").withStatus(422).with("violations", violations).build();
            }
            return checked;
        }

        private static long length(Comparison.Pair pair) {
            return (long) pair.question().length() + pair.expected().length() + pair.answer().length();
        }
    }

    /**
     * Two texts.
     *
     * @param question what was asked; may be missing
     * @param answer may be empty: an agent's may be
     * @param language {@code ja} or {@code en}; where it is missing, what the expected text is written in
     */
    @RegisterForReflection
    record Texts(@Nullable String question, @Nullable String expected, @Nullable String answer, @Nullable String language) {

        static final Texts NONE = new Texts(null, null, null, null);

        Comparison.Pair checked(String at, List<Violation> violations) {
            String wanted = text(at + "/expected", expected, violations);
            if (expected != null && expected.isBlank()) {
                violations.add(new Violation(at + "/expected", "is blank"));
            }
            return new Comparison.Pair(question == null ? "" : text(at + "/question", question, violations), wanted,
                    text(at + "/answer", answer, violations), language(at, wanted, violations));
        }

        private static String text(String at, @Nullable String text, List<Violation> violations) {
            if (text == null) {
                violations.add(new Violation(at, "is missing"));
                return "";
            }
            if (text.length() > LONGEST_TEXT) {
                violations.add(new Violation(at, "has more than " + LONGEST_TEXT + " characters"));
            } else if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                violations.add(new Violation(at, "holds half of a surrogate pair"));
            }
            return text;
        }

        private Language language(String at, String wanted, List<Violation> violations) {
            try {
                return language == null ? Language.ofText(wanted) : Language.of(language);
            } catch (IllegalArgumentException unknown) {
                violations.add(new Violation(at + "/language", "is neither 'ja' nor 'en'"));
                return Language.EN;
            }
        }
    }

    /**
     * What was measured, in the order of the pairs.
     *
     * @param model that measured by meaning; null where none is usable
     * @param tokenizer that the words are by
     */
    @RegisterForReflection
    record Answer(@Nullable ModelId model, String tokenizer, List<Comparison> pairs) {

        static Answer of(@Nullable ModelId model, List<Comparison> pairs) {
            return new Answer(model, TOKENIZER, pairs);
        }
    }
}
