package dev.touchstone.judge.llm;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.LlmSettings;

/** Which models judge, if any. What was asked for and is not possible is said, and never replaced by something else. */
public sealed interface ModelChoice {

    /** The seat that stays empty where models are asked for and the operator has none. */
    String NOBODY = "model";

    /** Nobody wants a model: the rubric judges alone. */
    record Off(String reason) implements ModelChoice {
    }

    /**
     * Models are wanted.
     *
     * @param seats at least one, in the order of the jurors' names
     */
    record Seated(List<ModelSeat> seats) implements ModelChoice {

        public Seated {
            seats = List.copyOf(seats);
        }
    }

    /**
     * @param asked of the request; null where it does not say
     */
    static ModelChoice of(LlmConfig operator, @Nullable LlmSettings asked) {
        LlmSettings wish = asked == null ? new LlmSettings(null, null, null, null, null, null, null) : asked;
        Boolean enabled = wish.enabled();
        if (enabled == null ? !operator.enabled() : !enabled) {
            return new Off(enabled == null ? "No LLM is configured." : "The request asked for no LLM.");
        }
        return operator.jurors().isEmpty()
                ? new Seated(List.of(new ModelSeat.Unusable(NOBODY, "An LLM is asked for, but none is configured.")))
                : new Seated(new Seating(operator, wish).seats());
    }
}
