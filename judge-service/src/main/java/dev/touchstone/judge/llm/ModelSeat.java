package dev.touchstone.judge.llm;

/** A seat on the jury for a model. */
public sealed interface ModelSeat {

    /** The name of the seat, stable within a jury. */
    String juror();

    record Usable(ModelSettings settings) implements ModelSeat {

        @Override
        public String juror() {
            return settings.juror();
        }
    }

    /**
     * The model is wanted but not to be had: its seat stays, and abstains.
     *
     * @param reason for people
     */
    record Unusable(String juror, String reason) implements ModelSeat {
    }
}
