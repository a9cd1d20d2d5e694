package dev.touchstone.review.pages.submission;

import java.util.Locale;
import java.util.Optional;

import dev.touchstone.events.Stage;
import dev.touchstone.review.AttemptStatus;
import dev.touchstone.review.StageAttempt;

/** What the stage strip shows of a stage: told apart by sign and word, not by colour alone. */
public enum StepStatus {

    PENDING("○"),
    REQUESTED("◔"),
    RUNNING("◑"),
    /** The human stage runs as long as nobody has decided. */
    WAITING("?"),
    COMPLETED("✓"),
    FAILED("✕"),
    SKIPPED("–"),
    SUPERSEDED("↺"),
    /** Nothing was heard of it in its time; it was asked for again. */
    STALLED("!"),
    CANCELLED("⊘");

    private final String sign;

    StepStatus(String sign) {
        this.sign = sign;
    }

    static StepStatus of(Optional<StageAttempt> attempt) {
        return attempt.map(StepStatus::of).orElse(PENDING);
    }

    private static StepStatus of(StageAttempt attempt) {
        return of(attempt.key().stage(), attempt.status(), attempt.times().stalledSince() != null);
    }

    public static StepStatus of(Stage stage, AttemptStatus status, boolean stalled) {
        return stalled ? STALLED : of(status, stage == Stage.HUMAN);
    }

    private static StepStatus of(AttemptStatus status, boolean person) {
        return switch (status) {
            case REQUESTED -> person ? WAITING : REQUESTED;
            case RUNNING -> person ? WAITING : RUNNING;
            case COMPLETED -> COMPLETED;
            case FAILED -> FAILED;
            case SKIPPED -> SKIPPED;
            case SUPERSEDED -> SUPERSEDED;
            case CANCELLED -> CANCELLED;
        };
    }

    /** For a style's class. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String sign() {
        return sign;
    }
}
