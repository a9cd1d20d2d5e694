package dev.touchstone.submission.review.progress;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

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

    /** {@code online}, {@code catching-up} or {@code offline}. */
    public String state() {
        return state;
    }

    public String reason() {
        return reason;
    }
}
