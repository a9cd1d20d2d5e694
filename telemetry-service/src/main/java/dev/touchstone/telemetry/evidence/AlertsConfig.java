package dev.touchstone.telemetry.evidence;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which events W&amp;B tells people of, and how loudly: {@code off}, {@code info}, {@code warn} or {@code error}. */
@ConfigMapping(prefix = "touchstone.wandb.alerts")
public interface AlertsConfig {

    /** An agent did not pass the security or the functional gate. */
    @WithDefault("error")
    Level gateFailed();

    /** A stage ended without having looked. */
    @WithDefault("off")
    Level attemptFailed();

    @WithDefault("warn")
    Level escalatedToHuman();

    @WithDefault("off")
    Level stalled();

    @WithDefault("off")
    Level verdictManual();

    @WithDefault("off")
    Level verdictRejected();

    @WithDefault("off")
    Level decisionPending();

    @WithDefault("off")
    Level published();

    @WithDefault("off")
    Level rejected();

    @WithDefault("off")
    Level cancelled();

    @WithDefault("off")
    Level ledgerUploadFailed();

    /** For so long W&amp;B holds back a second alert of the same title. */
    @WithDefault("10M")
    @DurationMin(seconds = 0)
    @DurationMax(hours = 24)
    Duration waitDuration();

    /** An alert that could not be given in this time is news no more, and is not given. */
    @WithDefault("24H")
    @DurationMin(minutes = 1)
    @DurationMax(days = 30)
    Duration longestDelay();

    default Level of(Occasion occasion) {
        return switch (occasion) {
            case GATE_FAILED -> gateFailed();
            case ATTEMPT_FAILED -> attemptFailed();
            case ESCALATED_TO_HUMAN -> escalatedToHuman();
            case STALLED -> stalled();
            case VERDICT_MANUAL -> verdictManual();
            case VERDICT_REJECTED -> verdictRejected();
            case DECISION_PENDING -> decisionPending();
            case PUBLISHED -> published();
            case REJECTED -> rejected();
            case CANCELLED -> cancelled();
            case LEDGER_UPLOAD_FAILED -> ledgerUploadFailed();
        };
    }
}
