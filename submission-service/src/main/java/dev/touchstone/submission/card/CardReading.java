package dev.touchstone.submission.card;

import java.util.List;

import dev.touchstone.submission.Violation;

/** What reading a document as a card comes to: the card, or everything that is wrong with it. */
public sealed interface CardReading {

    record Understood(AgentCard card) implements CardReading {
    }

    record Refused(List<Violation> violations) implements CardReading {

        public Refused {
            violations = List.copyOf(violations);
        }
    }
}
