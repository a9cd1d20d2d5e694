package dev.touchstone.review.pages.desk;

import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Findings;
import dev.touchstone.review.StageAttempt;

/** Why a person is asked, as a question in plain words begins with it. */
public enum Asking {

    /** A gate was not passed by what it measured. */
    GATE_FAILED,
    /** A stage could not look, or not far enough. */
    NOT_LOOKED,
    JURY_OPEN,
    JURY_REJECTS,
    /** The jury approves, and the policy does not leave it at that. */
    POLICY;

    private static final String GATE = "gate_failed";

    static Asking of(CaseView view, Stage source) {
        if (source != Stage.JUDGE) {
            String code = view.current(source).map(StageAttempt::outcome).map(StageAttempt.Outcome::reasonCode).orElse(GATE);
            return code.equals(GATE) ? GATE_FAILED : NOT_LOOKED;
        }
        Findings.Verdict verdict = view.findings().verdict();
        return verdict == null ? NOT_LOOKED : switch (verdict.ruling()) {
            case APPROVE -> POLICY;
            case MANUAL -> JURY_OPEN;
            case REJECT -> JURY_REJECTS;
        };
    }
}
