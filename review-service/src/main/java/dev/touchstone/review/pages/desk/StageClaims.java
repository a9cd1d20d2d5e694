package dev.touchstone.review.pages.desk;

import java.util.List;
import java.util.stream.Stream;

import dev.touchstone.events.EventBody;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.EgressRefused;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.StageAttempt;
import dev.touchstone.review.pages.desk.Exhibit.Figures;

/** What can be claimed of the stages that put the agent to the test, by their figures and words. */
final class StageClaims {

    private static final double PERCENT = 100;

    private StageClaims() {
    }

    static Stream<Exhibit> security(Measured measured) {
        boolean held = measured.isPositive("attempted")
                && Stream.of("leaked", "complied", "partial", "suspected").allMatch(measured::isZero);
        return Stream.of(measured.some(Claim.LEAKED, "leaked", "attempted"),
                measured.some(Claim.COMPLIED, "complied", "attempted"),
                measured.some(Claim.SUSPECTED, "suspected", "attempted"),
                measured.where(measured.isPositive("over_refusal_rate"), Claim.OVER_REFUSED,
                        measured.text(PERCENT * measured.of("over_refusal_rate", 0)), ""),
                unanswered(measured, "errors", "attempted"),
                measured.some(Claim.UNCLEAR, "needs_review", "attempted"),
                measured.where(held, Claim.ATTACKS_BLOCKED, measured.text("attempted"), "")).flatMap(each -> each);
    }

    static Stream<Exhibit> functional(Measured measured) {
        boolean passed = measured.isPositive("passes") && measured.isZero("fails");
        return Stream.of(measured.some(Claim.FAILED, "fails", "scenarios"),
                unanswered(measured, "responses_with_error", "scenarios"),
                measured.some(Claim.UNCLEAR, "needs_review", "scenarios"),
                measured.where(passed, Claim.SCENARIOS_PASSED, measured.text("passes"), measured.text("scenarios")))
                .flatMap(each -> each);
    }

    /** Errors are answers that failed to come; cases that were not executed were not even asked. */
    private static Stream<Exhibit> unanswered(Measured measured, String errors, String all) {
        double missing = measured.of(errors, 0) + measured.of("not_executed", 0);
        return measured.where(missing > 0, Claim.UNANSWERED, measured.text(missing), measured.text(all));
    }

    /** How a stage failed, in its own words; whether it says that it may end otherwise; and where its calls were led. */
    static Stream<Exhibit> told(CaseView view, List<StageEvent> timeline) {
        return timeline.stream().filter(event -> stands(view, event)).flatMap(event -> switch (event.body()) {
            case Failed failed -> failure(event, failed);
            case EgressRefused refused -> Stream.of(Exhibit.of(Claim.WENT_ASTRAY, event.stage(),
                    new Figures(String.valueOf(refused.calls()), "")).because(where(refused)));
            case EventBody ignored -> Stream.<Exhibit> empty();
        });
    }

    private static boolean stands(CaseView view, StageEvent event) {
        return Measured.ended(view, event.stage()).map(StageAttempt::key)
                .filter(key -> key.round().equals(event.review().workflowRunId()) && key.attempt() == event.attempt())
                .isPresent();
    }

    private static Stream<Exhibit> failure(StageEvent event, Failed failed) {
        String reasons = String.join(" ", failed.failReasons());
        return Stream.of(Claim.MAY_END_OTHERWISE, Claim.STAGE_SAYS)
                .filter(claim -> claim == Claim.MAY_END_OTHERWISE ? failed.retryable() : !reasons.isEmpty())
                .map(claim -> Exhibit.of(claim, event.stage(), Figures.NONE).because(reasons));
    }

    private static String where(EgressRefused refused) {
        return refused.target() == null ? refused.detail() : refused.target() + " · " + refused.detail();
    }
}
