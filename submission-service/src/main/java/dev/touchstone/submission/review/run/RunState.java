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

    /** The key of a {@link dev.touchstone.events.RecordStatement.RunStateCause}, or null where none was told. */
    @Nullable
    String cause;

    /** Somebody pressed stop on the run's page. */
    boolean stopped;

    /** {@code online}, {@code catching-up} or {@code offline}; {@code unknown} where only a stop was told of. */
    public String state() {
        return state;
    }

    public String reason() {
        return reason;
    }
}
