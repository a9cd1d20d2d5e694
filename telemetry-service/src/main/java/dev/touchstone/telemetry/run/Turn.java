package dev.touchstone.telemetry.run;

import java.util.Optional;

import dev.touchstone.events.EventBody;
import dev.touchstone.events.OwnerStatement;
import dev.touchstone.events.RecordStatement;
import dev.touchstone.events.ReviewerStatement;
import dev.touchstone.events.StageStatement;
import dev.touchstone.events.UnknownBody;
import dev.touchstone.telemetry.Outcome;

/**
 * An event that ends a review or sets it going, again if need be.
 *
 * @param outcome empty where the review goes on
 */
record Turn(Optional<Outcome> outcome) {

    static Optional<Turn> of(EventBody body) {
        return switch (body) {
            case StageStatement.Published ignored -> ended(Outcome.PUBLISHED);
            case StageStatement.Rejected ignored -> ended(Outcome.REJECTED);
            case OwnerStatement.Cancelled ignored -> ended(Outcome.CANCELLED);
            // A new round of a review that had ended begins with a request.
            case OwnerStatement.Requested ignored -> Optional.of(new Turn(Optional.empty()));
            case StageStatement ignored -> Optional.empty();
            case OwnerStatement ignored -> Optional.empty();
            case ReviewerStatement ignored -> Optional.empty();
            case RecordStatement ignored -> Optional.empty();
            case UnknownBody ignored -> Optional.empty();
        };
    }

    private static Optional<Turn> ended(Outcome outcome) {
        return Optional.of(new Turn(Optional.of(outcome)));
    }
}
