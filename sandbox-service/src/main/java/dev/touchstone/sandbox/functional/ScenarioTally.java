package dev.touchstone.sandbox.functional;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.attempt.Percentile;

/** Counts and averages over the scenarios of one attempt; null where nothing was measured. */
record ScenarioTally(List<ScenarioResult> results) {

    private static final int BINS = 10;

    ScenarioTally {
        results = List.copyOf(results);
    }

    long count(Grade grade) {
        return results.stream().filter(result -> result.grade() == grade).count();
    }

    /** The share of all scenarios that passed: neither an unclear nor a missing answer counts for the agent. */
    @Nullable
    Double score() {
        return results.isEmpty() || count(Grade.ERROR) == results.size() ? null : (double) count(Grade.PASS) / results.size();
    }

    @Nullable
    Double averageDistance() {
        return average(Distance::combined);
    }

    @Nullable
    Double averageEmbeddingDistance() {
        return average(Distance::embedding);
    }

    @Nullable
    Double largestEmbeddingDistance() {
        List<Distance> measured = measured();
        return measured.isEmpty() ? null : measured.stream().mapToDouble(Distance::embedding).max().getAsDouble();
    }

    /** How many answers lie in each tenth of the way from 0 to 1. */
    List<Integer> histogram() {
        int[] bins = new int[BINS];
        measured().forEach(distance -> bins[Math.min((int) (distance.combined() * BINS), BINS - 1)]++);
        return Arrays.stream(bins).boxed().toList();
    }

    /** Of answers only, in milliseconds. */
    @Nullable
    Double latency(int percent) {
        return Percentile.of(results.stream().map(ScenarioResult::reply).filter(reply -> reply.text() != null)
                .map(ScenarioResult.Reply::latencyMillis).toList(), percent);
    }

    private @Nullable Double average(ToDoubleFunction<Distance> value) {
        List<Distance> measured = measured();
        DoubleStream values = measured.stream().mapToDouble(value);
        return measured.isEmpty() ? null : values.average().getAsDouble();
    }

    private List<Distance> measured() {
        return results.stream().<Distance> mapMulti((result, found) -> {
            Distance distance = result.distance();
            if (distance != null) {
                found.accept(distance);
            }
        }).toList();
    }
}
