package dev.touchstone.submission.review;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.submission.policy.Finding;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The latest attempt of one stage.
 *
 * @param attempt from 1; it only grows
 * @param finding null until the attempt has ended with a result
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StageLog(int attempt, Status status, Pace pace, Notes notes, @Nullable Finding finding) {

    /** How far an attempt is. */
    @RegisterForReflection
    public enum Status {
        REQUESTED,
        RUNNING,
        /** It did not start or end in its time and was offered again; a result is still welcome. */
        STALLED,
        COMPLETED,
        FAILED,
        /** Given up, since the stage or an earlier one was asked for again, or the review was cancelled. */
        SUPERSEDED
    }

    /**
     * Times are the events' own. Done and total are null where the stage does not count.
     *
     * @param stall null where all went in its time
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pace(@Nullable Instant startedAt, @Nullable Instant endedAt, @Nullable Integer done,
            @Nullable Integer total, @Nullable Stall stall) {

        static final Pace NONE = new Pace(null, null, null, null, null);

        Pace started(Instant at) {
            return new Pace(at, null, done, total, null);
        }

        Pace progressed(int newDone, int newTotal) {
            return new Pace(startedAt, null, newDone, newTotal, stall);
        }

        Pace stalled(Instant since) {
            return new Pace(startedAt, null, done, total, stall == null ? new Stall(since, 1) : stall.again());
        }

        /** The last progress told may be a second old; what has passed has done everything. */
        Pace ended(Instant at, boolean passed) {
            return new Pace(startedAt, at, passed ? total : done, total, null);
        }
    }

    /**
     * An attempt that takes too long to start or, once started, to end.
     *
     * @param since when it was asked for or started
     * @param offers how often it was offered again since then
     */
    @RegisterForReflection
    public record Stall(Instant since, int offers) {

        Stall again() {
            return new Stall(since, offers + 1);
        }
    }

    /** What people and later stages are told. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Notes(@Nullable String message, List<String> warnings, List<ArtifactRef> artifacts) {

        public Notes {
            warnings = List.copyOf(warnings);
            artifacts = List.copyOf(artifacts);
        }

        static Notes of(String message) {
            return new Notes(message, List.of(), List.of());
        }
    }

    static StageLog requested(int attempt, String reason) {
        return new StageLog(attempt, Status.REQUESTED, Pace.NONE, Notes.of(reason), null);
    }

    /** Whether a result is waited for. */
    boolean awaited() {
        return switch (status) {
            case REQUESTED, RUNNING, STALLED -> true;
            case COMPLETED, FAILED, SUPERSEDED -> false;
        };
    }

    /** Only the first start counts: work that another worker takes over began once. */
    StageLog started(Instant at) {
        return pace.startedAt() == null ? with(Status.RUNNING, pace.started(at)) : with(Status.RUNNING, pace);
    }

    StageLog progressed(int done, int total) {
        return with(Status.RUNNING, pace.progressed(done, total));
    }

    StageLog stalled(Instant since) {
        return with(Status.STALLED, pace.stalled(since));
    }

    StageLog noted(String message) {
        return new StageLog(attempt, status, pace, new Notes(message, notes.warnings(), notes.artifacts()), finding);
    }

    StageLog ended(Instant at, Finding result, Notes newNotes) {
        return new StageLog(attempt, result.passed() ? Status.COMPLETED : Status.FAILED, pace.ended(at, result.passed()),
                newNotes, result);
    }

    /** Its result counts for nothing any more, and its artifacts do not go along with later requests. */
    StageLog givenUp(String reason) {
        return new StageLog(attempt, Status.SUPERSEDED, pace, Notes.of(reason), null);
    }

    private StageLog with(Status newStatus, Pace newPace) {
        return new StageLog(attempt, newStatus, newPace, notes, finding);
    }
}
