package dev.touchstone.telemetry.offline;

import java.io.Serializable;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Which segment of which submission's run. */
@Embeddable
record SegmentKey(@Column(name = "submission_id") UUID submissionId, int number) implements Serializable {
}
