package dev.touchstone.judge.jury.panel;

/** What became of a model's reply. */
sealed interface RulingReading {

    record Usable(Ruling ruling) implements RulingReading {
    }

    /**
     * @param reason for the model, which is asked once more, and for people
     */
    record Unusable(String reason) implements RulingReading {
    }
}
