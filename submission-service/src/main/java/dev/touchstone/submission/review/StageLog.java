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
        COMPLETED,
        FAILED,
        /** Given up, since the stage or an earlier one was asked for again. */
        SUPERSEDED
    }

    /** Times are the events' own. Done and total are null where the stage does not count. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pace(@Nullable Instant startedAt, @Nullable Instant endedAt, @Nullable Integer done,
            @Nullable Integer total) {

        static final Pace NONE = new Pace(null, null, null, null);
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
            case REQUESTED, RUNNING -> true;
            case COMPLETED, FAILED, SUPERSEDED -> false;
        };
    }

    StageLog started(Instant at) {
        return new StageLog(attempt, Status.RUNNING, new Pace(at, null, pace.done(), pace.total()), notes, null);
    }

    StageLog progressed(int done, int total) {
        return new StageLog(attempt, Status.RUNNING, new Pace(pace.startedAt(), null, done, total), notes, null);
    }

    StageLog noted(String message) {
        return new StageLog(attempt, status, pace, new Notes(message, notes.warnings(), notes.artifacts()), finding);
    }

    StageLog ended(Instant at, Finding result, Notes newNotes) {
        // The last progress told may be a second old; what has passed has done everything.
        Integer done = result.passed() ? pace.total() : pace.done();
        Pace whole = new Pace(pace.startedAt(), at, done, pace.total());
        return new StageLog(attempt, result.passed() ? Status.COMPLETED : Status.FAILED, whole, newNotes, result);
    }

    /** Its result counts for nothing any more, and its artifacts do not go along with later requests. */
    StageLog givenUp(String reason) {
        return new StageLog(attempt, Status.SUPERSEDED, pace, Notes.of(reason), null);
    }
}
