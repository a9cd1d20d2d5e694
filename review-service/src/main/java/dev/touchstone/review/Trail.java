package dev.touchstone.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.RecordStatement.RunStateChanged;
import dev.touchstone.events.StageEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What the review has left behind so far.
 *
 * @param run what was last heard of the W&amp;B run, null before anything was
 * @param last the latest event in the timeline's order
 * @param past the rounds before the current one, in their order
 * @param wandb what W&amp;B has of it
 */
@RegisterForReflection
public record Trail(@Nullable RunStateChanged run, List<StageArtifact> artifacts, Mark last, List<PastRound> past,
        WandbRecord wandb) {

    /** Cases that were stored before rounds, or what W&amp;B has, were kept have none. */
    public Trail(@Nullable RunStateChanged run, List<StageArtifact> artifacts, Mark last, @Nullable List<PastRound> past,
            @Nullable WandbRecord wandb) {
        this.run = run;
        this.artifacts = List.copyOf(artifacts);
        this.last = last;
        this.past = past == null ? List.of() : List.copyOf(past);
        this.wandb = wandb == null ? WandbRecord.NONE : wandb;
    }

    /**
     * How a round stood when another followed it.
     *
     * @param trustScore null where none was calculated
     */
    @RegisterForReflection
    public record PastRound(UUID workflowRunId, CaseState state, @Nullable String reason, @Nullable Double trustScore) {

        static PastRound of(CaseView view) {
            TrustScoreCalculated trust = view.findings().trustScore();
            return new PastRound(view.subject().review().workflowRunId(), view.course().state(), view.course().reason(),
                    trust == null ? null : trust.score());
        }
    }

    /** A file and the attempt that first pointed to it. */
    @RegisterForReflection
    public record StageArtifact(StageAttempt.Key from, ArtifactRef artifact) {
    }

    /** Where an event stands in the timeline: by sequence, then by time; the id only makes the order total. */
    @RegisterForReflection
    public record Mark(long sequence, Instant occurredAt, UUID id) implements Comparable<Mark> {

        private static final Comparator<Mark> TIMELINE = Comparator.comparingLong(Mark::sequence)
                .thenComparing(Mark::occurredAt).thenComparing(Mark::id);

        public static Mark of(StageEvent event) {
            return new Mark(event.position().sequence(), event.origin().occurredAt(), event.id());
        }

        @Override
        public int compareTo(Mark other) {
            return TIMELINE.compare(this, other);
        }
    }

    static Trail from(StageEvent event) {
        return new Trail(null, List.of(), Mark.of(event), List.of(), WandbRecord.NONE).after(event);
    }

    /** The artifacts of a request are those of earlier stages, which have been seen with these. */
    Trail after(StageEvent event) {
        List<StageArtifact> known = new ArrayList<>(artifacts);
        for (ArtifactRef artifact : event.evidence().artifacts()) {
            if (known.stream().noneMatch(seen -> seen.artifact().digest().equals(artifact.digest())
                    && seen.artifact().name().equals(artifact.name()))) {
                known.add(new StageArtifact(StageAttempt.Key.of(event), artifact));
            }
        }
        return new Trail(run, known, Mark.of(event), past, wandb);
    }

    Trail with(RunStateChanged newRun) {
        return new Trail(newRun, artifacts, last, past, wandb);
    }

    Trail with(WandbRecord newWandb) {
        return new Trail(run, artifacts, last, past, newWandb);
    }

    /** The same, with the run as another trail of the review knows it. */
    Trail withRunOf(Trail whole) {
        return new Trail(whole.run(), artifacts, last, past, whole.wandb());
    }

    Trail with(PastRound round) {
        List<PastRound> rounds = new ArrayList<>(past);
        rounds.add(round);
        return new Trail(run, artifacts, last, rounds, wandb);
    }
}
