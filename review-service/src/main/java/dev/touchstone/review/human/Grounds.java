package dev.touchstone.review.human;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Stage;
import dev.touchstone.review.AttemptStatus;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Findings;
import dev.touchstone.review.Findings.Ruling;
import dev.touchstone.review.StageAttempt;

/**
 * What a reviewer's word is weighed by.
 *
 * @param verdict of the jury, null where none is known
 * @param verdictDue whether the jury must have ruled, and that it has was not heard here yet
 * @param earlier what was proposed before, null where nothing was
 * @param askedAgain who asked in this round for the judge, or a stage before it, again
 */
record Grounds(@Nullable Ruling verdict, boolean verdictDue, @Nullable Proposal earlier, List<String> askedAgain) {

    Grounds {
        askedAgain = List.copyOf(askedAgain);
    }

    /**
     * @param source the stage that a person is asked about
     */
    static Grounds of(CaseView view, Stage source, @Nullable Proposal earlier, List<String> askedAgain) {
        Findings.Verdict verdict = view.findings().verdict();
        boolean due = !source.isBefore(Stage.JUDGE) && isDue(view, verdict != null);
        return new Grounds(verdict == null ? null : verdict.ruling(), due, earlier, askedAgain);
    }

    /**
     * The question and the verdict come by different topics. Nobody is asked about the judge before it has ended, so an attempt
     * that is still open here has a verdict that was not heard, whatever an earlier one said.
     */
    private static boolean isDue(CaseView view, boolean known) {
        AttemptStatus judge = view.current(Stage.JUDGE).map(StageAttempt::status).orElse(AttemptStatus.REQUESTED);
        return switch (judge) {
            case REQUESTED, RUNNING -> true;
            case COMPLETED, SUPERSEDED, CANCELLED -> !known;
            case FAILED, SKIPPED -> false;
        };
    }

    /** Also where somebody overrode a verdict that is gone: whether two must agree cannot be told without it. */
    boolean lackVerdict() {
        return verdictDue || (verdict == null && earlier != null && !Weighing.isAmong(earlier.by(), askedAgain));
    }
}
