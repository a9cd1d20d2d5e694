package dev.touchstone.review.human;

import java.util.List;

import dev.touchstone.review.CaseState;
import dev.touchstone.review.Problems.Violation;

/** What becomes of the wish to look after a case, or no longer to. */
public sealed interface ClaimOutcome {

    record Held(Claim claim) implements ClaimOutcome {
    }

    /** Nobody looks after it now, whether or not somebody did. */
    record Released() implements ClaimOutcome {
    }

    record ClaimedByAnother(Claim claim) implements ClaimOutcome {
    }

    /** Nobody is asked about this review now. */
    record NothingPending(CaseState state) implements ClaimOutcome {
    }

    /** Nobody looks after what the own organisation made, nor gives it to one of theirs. */
    record OwnOrganization() implements ClaimOutcome {
    }

    /** It was no such wish. */
    record Invalid(List<Violation> violations) implements ClaimOutcome {
    }

    /** Also where the caller may not know of it. */
    record UnknownSubmission() implements ClaimOutcome {
    }
}
