package dev.touchstone.sandbox.functional;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.Tokens;
import dev.touchstone.sandbox.attempt.Percentile;
import dev.touchstone.sandbox.attempt.Transcript;
import dev.touchstone.sandbox.attempt.Transcript.Heard;

/** Counts and averages over the scenarios of one attempt; null where nothing was measured. */
record ScenarioTally(List<ScenarioResult> results) {

    private static final int BINS = 10;

    ScenarioTally {
        results = List.copyOf(results);
    }

    long count(Grade grade) {
        return results.stream().filter(result -> result.grade() == grade).count();
    }

    /** Of those that ended in an error or not at all there is nothing to judge. */
    boolean isEmpty() {
        return count(Grade.ERROR) + count(Grade.NOT_EXECUTED) == results.size();
    }

    /** The share of all scenarios that passed: neither an unclear nor a missing answer counts for the agent. */
    @Nullable
    Double score() {
        return isEmpty() ? null : (double) count(Grade.PASS) / results.size();
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

    /** Prompts that were sent, answered or not. */
    long turns() {
        return results.stream().mapToLong(result -> result.said().size()).sum();
    }

    /** Of answers only, in milliseconds. */
    @Nullable
    Double latency(int percent) {
        return Percentile.of(answered().map(Transcript.Turn::latencyMillis).toList(), percent);
    }

    /** Of all answers that say so; null if none does, which is not 0. */
    @Nullable
    Long tokens(Function<Tokens, @Nullable Long> kind) {
        Long sum = null;
        for (Transcript.Turn turn : answered().toList()) {
            Heard heard = turn.heard();
            Tokens tokens = heard == null ? null : heard.tokens();
            Long count = tokens == null ? null : kind.apply(tokens);
            if (count != null) {
                sum = count + (sum == null ? 0 : sum);
            }
        }
        return sum;
    }

    /** The evaluations of those that an LLM was asked about. */
    List<Evaluation> evaluations() {
        return results.stream().map(ScenarioResult::evaluation).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }

    /** In the order in which the groups first appear. */
    <K> Map<K, ScenarioTally> by(Function<ScenarioResult, K> key) {
        Map<K, List<ScenarioResult>> groups = results.stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
        Map<K, ScenarioTally> tallies = new LinkedHashMap<>();
        groups.forEach((name, group) -> tallies.put(name, new ScenarioTally(group)));
        return tallies;
    }

    private Stream<Transcript.Turn> answered() {
        return results.stream().flatMap(result -> result.said().stream()).filter(turn -> turn.heard() != null);
    }

    private @Nullable Double average(ToDoubleFunction<Distance> value) {
        List<Distance> measured = measured();
        DoubleStream values = measured.stream().mapToDouble(value);
        return measured.isEmpty() ? null : Distance.rounded(values.average().getAsDouble());
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
