package dev.touchstone.judge.questions;

/** What became of a card. Unreadable is an outcome: it ends the attempt with a reason, it is no fault of this service. */
public sealed interface CardReading {

    record Understood(AgentCard card) implements CardReading {
    }

    /**
     * @param reason for people; holds none of the card's text
     */
    record Unreadable(String reason) implements CardReading {
    }
}
