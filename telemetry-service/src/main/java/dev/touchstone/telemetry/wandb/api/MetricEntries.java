package dev.touchstone.telemetry.wandb.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.touchstone.telemetry.wandb.MetricDefinition;
import dev.touchstone.telemetry.wandb.SummaryKind;

/** Metric definitions as a config has them: a list of records whose members are the field numbers of W&amp;B's own record. */
final class MetricEntries {

    private static final String NAME = "1";
    private static final String GLOB_NAME = "2";
    private static final String STEP_INDEX = "5";
    private static final String OPTIONS = "6";
    private static final String SUMMARY = "7";
    private static final String GOAL = "8";

    private static final int STEP_SYNC = 1;
    private static final int HIDDEN = 2;
    private static final int DEFINED_BY_NAME = 3;

    private MetricEntries() {
    }

    /**
     * @param appeared the metrics that the run has, for which the globs are meant where the server does not know them
     * @param globs whether it does
     */
    static List<Map<String, Object>> of(List<MetricDefinition> metrics, Set<String> appeared, boolean globs) {
        Set<String> named = new LinkedHashSet<>(metrics.stream().map(MetricDefinition::name).toList());
        List<MetricDefinition> entries = new ArrayList<>();
        List<Boolean> byName = new ArrayList<>();
        for (MetricDefinition metric : metrics) {
            List<MetricDefinition> meant = !metric.isGlob() || globs ? List.of(metric)
                    : new TreeSet<>(appeared).stream().filter(metric::covers).filter(named::add).map(metric::named).toList();
            meant.forEach(entry -> byName.add(!metric.isGlob()));
            entries.addAll(meant);
        }
        return encoded(entries, byName);
    }

    private static List<Map<String, Object>> encoded(List<MetricDefinition> metrics, List<Boolean> byName) {
        // A step that nobody has defined gets an entry of its own, with nothing in it.
        List<String> positions = new ArrayList<>(metrics.stream().map(MetricDefinition::name).toList());
        metrics.stream().map(MetricDefinition::step).filter(step -> step != null && !positions.contains(step)).distinct()
                .toList().forEach(positions::add);
        List<Map<String, Object>> list = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++) {
            list.add(entry(metrics.get(i), byName.get(i), positions));
        }
        positions.subList(metrics.size(), positions.size()).forEach(step -> list.add(implicit(step)));
        return list;
    }

    private static Map<String, Object> entry(MetricDefinition metric, boolean byName, List<String> positions) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(metric.isGlob() ? GLOB_NAME : NAME, metric.name());
        if (metric.step() != null) {
            // Counted from 1, in this same list.
            entry.put(STEP_INDEX, positions.indexOf(metric.step()) + 1);
        }
        entry.put(OPTIONS, Stream.of(metric.stepSync() ? STEP_SYNC : 0, metric.hidden() ? HIDDEN : 0,
                byName ? DEFINED_BY_NAME : 0).filter(option -> option > 0).toList());
        entry.put(SUMMARY, metric.summary().stream().map(SummaryKind::number).toList());
        if (metric.goal() != null) {
            entry.put(GOAL, metric.goal().number());
        }
        return entry;
    }

    private static Map<String, Object> implicit(String step) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(NAME, step);
        entry.put(OPTIONS, List.of());
        entry.put(SUMMARY, List.of());
        return entry;
    }
}
