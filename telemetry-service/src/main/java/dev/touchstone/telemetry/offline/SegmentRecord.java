package dev.touchstone.telemetry.offline;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.RunDescription;

/** The row of a closed segment. Only {@code givenAt} is ever set later. */
@Entity
@Table(name = "wandb_segment")
class SegmentRecord {

    @EmbeddedId
    SegmentKey key;
    @Column(name = "began_at")
    Instant beganAt;
    @Column(name = "first_line")
    long firstLine;
    @Column(name = "end_line")
    long endLine;
    @Column(name = "first_step")
    long firstStep;

    String description;
    String summary;
    @Column(name = "runtime_seconds")
    long runtimeSeconds;
    @Column(name = "exit_code")
    @Nullable
    Integer exitCode;

    @Column(name = "closed_at")
    Instant closedAt;
    @Enumerated(EnumType.STRING)
    @Column(name = "closed_by")
    ClosedSegment.Reason closedBy;
    @Column(name = "given_at")
    @Nullable
    Instant givenAt;

    static SegmentRecord of(UUID submission, Segment segment, ClosedSegment.Reason reason, Instant now) {
        SegmentRecord row = new SegmentRecord();
        row.key = new SegmentKey(submission, segment.number());
        row.beganAt = segment.begun();
        row.firstLine = segment.rows().first();
        row.endLine = segment.rows().end();
        row.firstStep = segment.rows().firstStep();
        row.description = ExtendedJson.write(segment.standing().description());
        row.summary = segment.standing().summary();
        row.runtimeSeconds = segment.standing().runtimeSeconds();
        row.exitCode = segment.standing().exitCode().isPresent() ? segment.standing().exitCode().getAsInt() : null;
        row.closedAt = now;
        row.closedBy = reason;
        return row;
    }

    ClosedSegment closed() {
        Segment.Standing standing = new Segment.Standing(ExtendedJson.readBack(description, RunDescription.class), summary,
                runtimeSeconds, exitCode == null ? OptionalInt.empty() : OptionalInt.of(exitCode));
        Segment segment = new Segment(key.number(), beganAt, new Segment.Rows(firstLine, endLine, firstStep), standing);
        return new ClosedSegment(segment, closedBy, closedAt, givenAt);
    }
}
