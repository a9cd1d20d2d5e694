package dev.touchstone.review.pages.desk;

import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Findings;
import dev.touchstone.review.pages.desk.Claim.Leaning;

/**
 * What somebody who knows no more than how the stages ended would decide. Evidence against that tells the most: what agrees
 * with it is what everybody expects anyhow.
 */
enum Outlook {

    APPROVE,
    REJECT,
    /** Nothing points either way. */
    OPEN;

    /** Enough to lead what agrees with the outlook, and too little to hide what the agent did. */
    static final int SURPRISE = 20;

    static Outlook of(CaseView view) {
        CaseView.Question question = view.course().question();
        Findings.Verdict verdict = view.findings().verdict();
        if (question != null && question.sourceStage() != Stage.JUDGE) {
            // Other stages ask only when they did not pass.
            return REJECT;
        }
        return verdict == null ? OPEN : switch (verdict.ruling()) {
            case APPROVE -> APPROVE;
            case MANUAL -> OPEN;
            case REJECT -> REJECT;
        };
    }

    boolean isContradictedBy(Leaning leaning) {
        return switch (this) {
            case APPROVE -> leaning == Leaning.AGAINST || leaning == Leaning.DOUBT;
            case REJECT -> leaning == Leaning.FOR || leaning == Leaning.DOUBT;
            case OPEN -> false;
        };
    }
}
