package dev.touchstone.telemetry.sender;

import java.util.List;

import dev.touchstone.telemetry.wandb.MetricDefinition;

/** The metrics that every run declares, so that scores are drawn along the review instead of along W&amp;B's steps. */
final class Metrics {

    private static final String SEQUENCE = "event/sequence";

    static final List<MetricDefinition> DECLARED = List.of(new MetricDefinition(SEQUENCE, null),
            new MetricDefinition("precheck/score", SEQUENCE), new MetricDefinition("security/score", SEQUENCE),
            new MetricDefinition("functional/score", SEQUENCE), new MetricDefinition("judge/score", SEQUENCE),
            new MetricDefinition("human/decision", SEQUENCE));

    private Metrics() {
    }
}
