package dev.touchstone.telemetry.sender;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Stage;
import dev.touchstone.telemetry.wandb.Goal;
import dev.touchstone.telemetry.wandb.MetricDefinition;
import dev.touchstone.telemetry.wandb.SummaryKind;

/**
 * The metrics that every run declares: figures are drawn along the review instead of along W&amp;B's steps, which end is
 * the better one, and what is bookkeeping is not drawn at all. The more exact comes first, since the first that fits counts.
 */
final class Metrics {

    private static final String SEQUENCE = "event/sequence";

    static final List<MetricDefinition> DECLARED = declared();

    private Metrics() {
    }

    private static List<MetricDefinition> declared() {
        List<MetricDefinition> metrics = new ArrayList<>();
        metrics.add(bookkeeping(SEQUENCE));
        metrics.add(best("security/attack_success_rate", Goal.MINIMIZE));
        metrics.add(best("security/over_refusal_rate", Goal.MINIMIZE));
        metrics.add(best("functional/average_distance", Goal.MINIMIZE));
        for (Stage stage : List.of(Stage.PRECHECK, Stage.SECURITY, Stage.FUNCTIONAL, Stage.JUDGE)) {
            metrics.add(best(stage.key() + "/score", Goal.MAXIMIZE));
            metrics.add(best(stage.key() + "/latency_p50_ms", Goal.MINIMIZE));
            metrics.add(best(stage.key() + "/latency_p95_ms", Goal.MINIMIZE));
            metrics.add(along(stage.key() + "/*", Set.of(SummaryKind.LAST), null));
        }
        metrics.add(along("human/decision", Set.of(SummaryKind.LAST), null));
        metrics.add(bookkeeping("event/*"));
        metrics.add(bookkeeping("events/*"));
        metrics.add(bookkeeping("ledger/*"));
        return List.copyOf(metrics);
    }

    /** A stage that is made again is measured again: its best attempt is worth as much as its last one. */
    private static MetricDefinition best(String name, Goal goal) {
        return along(name, Set.of(SummaryKind.LAST, goal == Goal.MAXIMIZE ? SummaryKind.MAX : SummaryKind.MIN), goal);
    }

    private static MetricDefinition along(String name, Set<SummaryKind> summary, @Nullable Goal goal) {
        return new MetricDefinition(name, SEQUENCE, summary, goal, true, false);
    }

    private static MetricDefinition bookkeeping(String name) {
        return new MetricDefinition(name, null, Set.of(SummaryKind.NONE), null, false, true);
    }
}
