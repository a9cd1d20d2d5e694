package dev.touchstone.review;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One run of one stage in one round.
 *
 * @param about the stage whose result is at stake: the stage itself, or, for the human stage, the one that asked
 */
@RegisterForReflection
public record StageAttempt(Key key, Stage about, AttemptStatus status, Times times, Outcome outcome) {

    /** Attempts count from 1 in every round. */
    @RegisterForReflection
    public record Key(UUID round, Stage stage, int attempt) {

        static Key of(StageEvent event) {
            return new Key(event.review().workflowRunId(), event.stage(), event.attempt());
        }
    }

    /**
     * When it was asked for, begun and ended, as far as that was told.
     *
     * @param stalledSince null while it goes on as it should
     */
    @RegisterForReflection
    public record Times(@Nullable Instant requestedAt, @Nullable Instant startedAt, @Nullable Instant endedAt,
            @Nullable Instant stalledSince) {

        static final Times UNKNOWN = new Times(null, null, null, null);

        /** Asked for again because it stalled, it is stalled until something is heard of it. */
        Times requested(Instant at) {
            return new Times(at, startedAt, endedAt, stalledSince);
        }

        Times started(Instant at) {
            return new Times(requestedAt, at, endedAt, null);
        }

        Times ended(Instant at) {
            return new Times(requestedAt, startedAt, at, null);
        }

        Times stalled(Instant since) {
            return new Times(requestedAt, startedAt, endedAt, since);
        }

        Times moving() {
            return new Times(requestedAt, startedAt, endedAt, null);
        }

        /** From the start, or from the request where no start was told, to the end or to {@code now}. */
        public Optional<Duration> duration(Instant now) {
            Instant from = startedAt == null ? requestedAt : startedAt;
            return from == null ? Optional.empty() : Optional.of(Duration.between(from, endedAt == null ? now : endedAt));
        }
    }

    /**
     * What was told of its result.
     *
     * @param reasonCode of a failure
     * @param metrics null where a figure was not measured
     * @param progress the latest
     */
    @RegisterForReflection
    public record Outcome(@Nullable String reasonCode, List<String> reasons, List<String> warnings,
            Map<String, @Nullable Double> metrics, @Nullable Progress progress) {

        static final Outcome NONE = new Outcome(null, List.of(), List.of(), Map.of(), null);

        public Outcome {
            reasons = List.copyOf(reasons);
            warnings = List.copyOf(warnings);
            metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        }
    }

    /** Cases dealt with, of how many. */
    @RegisterForReflection
    public record Progress(int done, int total) {
    }

    static StageAttempt unheardOf(Key key) {
        return new StageAttempt(key, key.stage(), AttemptStatus.REQUESTED, Times.UNKNOWN, Outcome.NONE);
    }

    StageAttempt requested(Instant at, Stage aboutStage) {
        return new StageAttempt(key, aboutStage, status, times.requested(at), outcome);
    }

    StageAttempt started(Instant at) {
        return new StageAttempt(key, about, unlessGivenUp(AttemptStatus.RUNNING), times.started(at), outcome);
    }

    StageAttempt progressed(Progress progress) {
        Outcome further = new Outcome(outcome.reasonCode(), outcome.reasons(), outcome.warnings(), outcome.metrics(), progress);
        return new StageAttempt(key, about, unlessGivenUp(AttemptStatus.RUNNING), times.moving(), further);
    }

    StageAttempt ended(Instant at, AttemptStatus how, Outcome result) {
        Outcome kept = new Outcome(result.reasonCode(), result.reasons(), result.warnings(), result.metrics(),
                outcome.progress());
        return new StageAttempt(key, about, unlessGivenUp(how), times.ended(at), kept);
    }

    StageAttempt givenUp(Instant at) {
        return new StageAttempt(key, about, AttemptStatus.SUPERSEDED, times.endedAt() == null ? times.ended(at) : times,
                outcome);
    }

    StageAttempt stalled(Instant since) {
        return status.isOpen() ? new StageAttempt(key, about, status, times.stalled(since), outcome) : this;
    }

    StageAttempt cancelled(Instant at) {
        return new StageAttempt(key, about, AttemptStatus.CANCELLED, times.ended(at), outcome);
    }

    /** A late result of an attempt that was given up is kept, but does not bring the attempt back. */
    private AttemptStatus unlessGivenUp(AttemptStatus next) {
        return isGivenUp() ? status : next;
    }

    /** Whether what it still says concludes nothing. */
    boolean isGivenUp() {
        return status == AttemptStatus.SUPERSEDED || status == AttemptStatus.CANCELLED;
    }
}
