package dev.touchstone.telemetry.wandb;

import org.jspecify.annotations.Nullable;

/**
 * A metric that the run declares.
 *
 * @param name exact; globs need a feature that not every server has
 * @param step the metric of its x axis, declared before it in the same list; null for W&amp;B's own steps
 */
public record MetricDefinition(String name, @Nullable String step) {
}
