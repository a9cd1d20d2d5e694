package dev.touchstone.review.human;

import java.time.Instant;
import java.util.List;

import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.review.CaseState;
import dev.touchstone.review.Problems.Violation;

/** What becomes of the wish to run a stage again. */
public sealed interface RetryOutcome {

    /**
     * @param statement the event that tells of it
     */
    record Asked(StageEvent statement) implements RetryOutcome {
    }

    /** Somebody else already asked for this attempt to be given up. */
    record AlreadyAsked(String requestedBy, Instant requestedAt) implements RetryOutcome {
    }

    record HasNotRun(Stage stage) implements RetryOutcome {
    }

    record ReviewEnded(CaseState state) implements RetryOutcome {
    }

    /** Nobody has what the own organisation made judged again. */
    record OwnOrganization() implements RetryOutcome {
    }

    /** It could not be understood. */
    record Invalid(List<Violation> violations) implements RetryOutcome {
    }

    /** Also where the caller may not know of it. */
    record UnknownSubmission() implements RetryOutcome {
    }
}
