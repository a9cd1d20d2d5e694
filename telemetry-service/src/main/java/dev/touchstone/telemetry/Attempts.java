package dev.touchstone.telemetry;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import dev.touchstone.events.OwnerStatement;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Which attempt of each stage counts. One that was given up may still come to its end, even after the one in its place:
 * what it says stays in the history, but must not be shown as the newer one's.
 *
 * @param rounds by id, the lowest sequence heard of each: ids have no order
 * @param latest by stage
 */
@RegisterForReflection
public record Attempts(Map<UUID, Long> rounds, Map<String, Attempt> latest) {

    public static final Attempts NONE = new Attempts(Map.of(), Map.of());

    public Attempts {
        rounds = Collections.unmodifiableMap(new LinkedHashMap<>(rounds));
        latest = Collections.unmodifiableMap(new LinkedHashMap<>(latest));
    }

    /** One attempt of a stage; numbers begin at 1 in each round. */
    @RegisterForReflection
    public record Attempt(UUID round, int number) {

        static Attempt of(StageEvent event) {
            return new Attempt(event.review().workflowRunId(), event.attempt());
        }
    }

    public Attempts after(StageEvent event) {
        Map<UUID, Long> begun = new LinkedHashMap<>(rounds);
        begun.merge(event.review().workflowRunId(), event.position().sequence(), Math::min);
        Attempts known = new Attempts(begun, latest);
        // A request counts as well: whatever it replaces was given up, whether or not the new attempt ever starts.
        boolean attempted = event.body() instanceof StageStatement || event.body() instanceof OwnerStatement.Requested;
        return attempted && !known.isOutdated(event) ? known.with(event.stage().key(), Attempt.of(event)) : known;
    }

    /** Whether a result comes too late. Requests and the ledger are no results. */
    public boolean isLateResult(StageEvent event) {
        return (event.body() instanceof StageStatement || event.body() instanceof OwnerStatement.TrustScoreCalculated)
                && isOutdated(event);
    }

    /** Which round of the review this is, from 1, as far as rounds are known. */
    public int number(UUID round) {
        long first = rounds.getOrDefault(round, Long.MAX_VALUE);
        return 1 + (int) rounds.values().stream().filter(sequence -> sequence < first).count();
    }

    /** Whether the summary speaks of this attempt of the stage. */
    public boolean isLatest(String stage, UUID round, int number) {
        return new Attempt(round, number).equals(latest.get(stage));
    }

    private boolean isOutdated(StageEvent event) {
        Attempt held = latest.get(event.stage().key());
        return held != null && order().compare(Attempt.of(event), held) < 0;
    }

    private Comparator<Attempt> order() {
        return Comparator.comparingLong((Attempt attempt) -> rounds.getOrDefault(attempt.round(), Long.MAX_VALUE))
                .thenComparingInt(Attempt::number);
    }

    private Attempts with(String stage, Attempt attempt) {
        Map<String, Attempt> changed = new LinkedHashMap<>(latest);
        changed.put(stage, attempt);
        return new Attempts(rounds, changed);
    }
}
