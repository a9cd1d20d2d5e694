package dev.touchstone.telemetry.wandb;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A metric that the run declares.
 *
 * @param name as in the history, where members of members are joined by dots and a dot within one name is {@code \.}; or
 *        a glob, which ends with {@code *} and stands for every metric that begins with what is before it
 * @param step the metric of its x axis; null for W&amp;B's own steps
 * @param summary what its summary shows; empty for the last value
 * @param goal null where neither end is better
 * @param stepSync a row that has the metric but not its step gets the step's last value; by the writer of the rows, since
 *        the server does not do it
 * @param hidden from the charts that W&amp;B makes by itself
 */
public record MetricDefinition(String name, @Nullable String step, Set<SummaryKind> summary, @Nullable Goal goal,
        boolean stepSync, boolean hidden) {

    /** Names with this first letter are W&amp;B's own; no glob stands for them. */
    private static final String INTERNAL = "_";
    private static final String ANYTHING = "*";

    /**
     * @throws IllegalArgumentException if there is an asterisk elsewhere than at the end of the name
     */
    public MetricDefinition {
        int asterisk = name.indexOf(ANYTHING);
        if (asterisk >= 0 && asterisk < name.length() - 1) {
            throw new IllegalArgumentException("W&B knows an asterisk at the end of a metric's name only");
        }
        Set<SummaryKind> copy = EnumSet.noneOf(SummaryKind.class);
        copy.addAll(summary);
        summary = Collections.unmodifiableSet(copy);
    }

    /** A metric along another one, and nothing more. */
    public MetricDefinition(String name, @Nullable String step) {
        this(name, step, Set.of(), null, false, false);
    }

    public boolean isGlob() {
        return name.endsWith(ANYTHING);
    }

    /** Whether this is the definition of a metric of that name, or of many such. */
    public boolean covers(String metric) {
        return isGlob()
                ? !metric.startsWith(INTERNAL) && metric.startsWith(name.substring(0, name.length() - 1))
                : metric.equals(name);
    }

    /** The same for one of the metrics that a glob stands for. */
    public MetricDefinition named(String metric) {
        return new MetricDefinition(metric, step, summary, goal, stepSync, hidden);
    }
}
