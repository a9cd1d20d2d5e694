package dev.touchstone.submission.intake;

import java.util.List;

import dev.touchstone.submission.Violation;
import dev.touchstone.submission.card.AgentCard;

/** What reading a request comes to: the request with its card, or everything that is wrong with it. */
sealed interface Reading {

    record Valid(SubmissionRequest request, AgentCard card) implements Reading {
    }

    record Invalid(List<Violation> violations) implements Reading {

        public Invalid {
            violations = List.copyOf(violations);
        }
    }
}
