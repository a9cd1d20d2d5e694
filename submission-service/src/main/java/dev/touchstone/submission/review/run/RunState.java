package dev.touchstone.submission.review.run;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Whether a submission's W&amp;B run can be written, as telemetry-service last said. */
@Entity
@Immutable
@Table(name = "run_state")
public class RunState {

    @Id
    @Column(name = "submission_id")
    UUID submissionId;

    String state;

    String reason;

    @Nullable
    String cause;

    boolean stopped;

    /** {@code online}, {@code catching-up} or {@code offline}; {@code unknown} where only a stop was told of. */
    public String state() {
        return state;
    }

    public String reason() {
        return reason;
    }

    /** The key of a {@link dev.touchstone.events.RecordStatement.RunStateCause}, or null where none was told. */
    public @Nullable String cause() {
        return cause;
    }

    /** Whether somebody pressed stop on the run's page. */
    public boolean stopped() {
        return stopped;
    }
}
