package dev.touchstone.review.human;

import dev.touchstone.review.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Why a reviewer's wish was not taken, as a problem document. */
final class Answers {

    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;

    private Answers() {
    }

    static HttpProblem alreadyDecided(DecisionOutcome.AlreadyDecided first) {
        return Problems.of(CONFLICT, "already-decided", "This was already decided")
                .withDetail(first.decidedBy() + " decided '" + first.decision() + "' at " + first.decidedAt())
                .with("decision", first.decision()).with("decidedBy", first.decidedBy())
                .with("decidedAt", first.decidedAt().toString()).build();
    }

    static HttpProblem ownAgreement(DecisionOutcome.OwnAgreement first) {
        return Problems.of(CONFLICT, "own-agreement", "Another reviewer must agree")
                .withDetail(first.by() + " said so at " + first.at() + "; it takes two")
                .with("decidedBy", first.by()).with("decidedAt", first.at().toString()).build();
    }

    static HttpProblem claimedByAnother(Claim claim) {
        return Problems.of(CONFLICT, "claimed-by-another", "Somebody else looks after this case")
                .withDetail(claim.claimedBy() + " does, until " + claim.until()).with("claimedBy", claim.claimedBy())
                .with("until", claim.until().toString()).build();
    }

    static HttpProblem nothingPending(DecisionOutcome.NothingPending nothing) {
        return Problems.of(CONFLICT, "nothing-pending", "Nobody is asked about this review now")
                .withDetail("The review is " + nothing.state().key()).with("state", nothing.state().key()).build();
    }

    static HttpProblem verdictUnknown() {
        return Problems.of(CONFLICT, "verdict-unknown", "The jury's verdict is not known here yet")
                .withDetail("Whether this takes two reviewers depends on it; decide when the case shows it").build();
    }

    static HttpProblem alreadyAsked(RetryOutcome.AlreadyAsked first) {
        return Problems.of(CONFLICT, "retry-already-asked", "This attempt is already given up")
                .withDetail(first.requestedBy() + " asked for the stage again at " + first.requestedAt())
                .with("requestedBy", first.requestedBy()).with("requestedAt", first.requestedAt().toString()).build();
    }

    static HttpProblem hasNotRun(RetryOutcome.HasNotRun never) {
        return Problems.of(CONFLICT, "stage-has-not-run", "Only a stage that has run can run again")
                .withDetail("The stage " + never.stage().key() + " has not run in this round").build();
    }

    static HttpProblem ownOrganization() {
        return Problems.of(FORBIDDEN, "own-organization", "This is your own organisation's submission")
                .withDetail("Somebody of another organisation must do this").build();
    }

    static HttpProblem reviewEnded(RetryOutcome.ReviewEnded ended) {
        return Problems.of(CONFLICT, "review-ended", "The review has ended")
                .withDetail("The review is " + ended.state().key() + "; a further look needs a new round")
                .with("state", ended.state().key()).build();
    }
}
