package dev.touchstone.submission.intake.request;

import java.util.List;
import java.util.Optional;

import dev.touchstone.submission.Violation;
import dev.touchstone.submission.card.AgentCard;

/** What reading a request comes to: the request, or everything that is wrong with it. */
public sealed interface Reading {

    /**
     * @param card empty where it has yet to be fetched from {@code cardUrl}
     */
    record Valid(SubmissionRequest request, Optional<AgentCard> card) implements Reading {
    }

    record Invalid(List<Violation> violations) implements Reading {

        public Invalid {
            violations = List.copyOf(violations);
        }
    }
}
