package dev.touchstone.judge.jury.reference;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.questions.Language;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Measures how near an answer is to an expected one. */
public interface Similarities {

    /**
     * @throws InterruptedException if the attempt was given up
     */
    Reading compare(Texts texts) throws InterruptedException;

    /**
     * @param question what was asked: it is no news in an answer
     */
    @RegisterForReflection
    record Texts(String question, String expected, String answer, Language language) {
    }

    /** What was measured, or why nothing was. There is no third case: whoever measures may be away. */
    sealed interface Reading {
    }

    /**
     * 1 is the same, 0 is nothing in common, null was not measured.
     *
     * @param model that measured by meaning, null where none did
     * @param overlap the share of the expected words that the answer holds
     * @param embedding by meaning
     * @param shared words that both hold, as the answer says them
     * @param facts what the expected answer holds exactly
     * @param contradicted whether the answer has none of the expected figures and dates, but another in the place of one
     */
    record Measured(@Nullable Model model, @Nullable Double overlap, @Nullable Double embedding, List<String> shared,
            List<Fact> facts, boolean contradicted) implements Reading {

        public Measured {
            shared = List.copyOf(shared);
            facts = List.copyOf(facts);
        }
    }

    /** @param reason for people */
    record Unavailable(String reason) implements Reading {
    }

    /** @param digest {@code sha256:} of the model's file */
    @RegisterForReflection
    record Model(String name, String digest) {
    }

    /**
     * @param kind {@code figure}, {@code date}, {@code link}, {@code code} or {@code name}
     * @param text as it was expected
     * @param kept whether the answer has it, in any notation
     * @param instead the other figure or date in the answer, null where there is none
     */
    @RegisterForReflection
    record Fact(String kind, String text, boolean kept, @Nullable String instead) {
    }
}
