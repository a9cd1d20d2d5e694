package dev.touchstone.review.human;

import java.time.Instant;
import java.util.List;

import dev.touchstone.events.Decision;
import dev.touchstone.events.StageEvent;
import dev.touchstone.review.CaseState;
import dev.touchstone.review.Problems.Violation;

/** What becomes of a decision. Losing against another one is an ordinary outcome, with the winner's name. */
public sealed interface DecisionOutcome {

    /**
     * @param statement the event that tells of it
     */
    record Taken(StageEvent statement) implements DecisionOutcome {
    }

    /** It takes two. It was kept, and another reviewer must agree. */
    record AwaitsSecond(String by, Instant at, Decision decision) implements DecisionOutcome {
    }

    /** Who proposed this cannot be the second reviewer as well. */
    record OwnAgreement(String by, Instant at) implements DecisionOutcome {
    }

    /** Another reviewer looks after the case. Whoever decides all the same says so. */
    record ClaimedByAnother(Claim claim) implements DecisionOutcome {
    }

    record AlreadyDecided(String decision, String decidedBy, Instant decidedAt) implements DecisionOutcome {
    }

    /** Nobody is asked about this review now. */
    record NothingPending(CaseState state) implements DecisionOutcome {
    }

    /** What the jury ruled was not heard here yet, and with it whether one reviewer may decide this. */
    record VerdictUnknown() implements DecisionOutcome {
    }

    /** Nobody decides about what the own organisation made. */
    record OwnOrganization() implements DecisionOutcome {
    }

    /** It was no decision. */
    record Invalid(List<Violation> violations) implements DecisionOutcome {
    }

    /** Also where the caller may not know of it. */
    record UnknownSubmission() implements DecisionOutcome {
    }
}
