package dev.touchstone.sandbox.suite;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.touchstone.sandbox.attempt.Report;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How many lines of which kind a suite has.
 *
 * @param byCategory of cases; empty for scenarios
 * @param byTier of cases; empty for scenarios
 * @param byTag of scenarios, of which one may have several; empty for cases
 */
@RegisterForReflection
record SuiteCounts(int lines, Map<String, Long> byLanguage, Map<String, Long> byCategory, Map<String, Long> byTier,
        Map<String, Long> byTag) {

    static SuiteCounts of(Suite suite) {
        List<SuiteCase> cases = suite.cases();
        return new SuiteCounts(cases.size(), counted(cases, each -> Stream.of(each.kind().language().key())),
                counted(cases, each -> Stream.of(each.kind().category())),
                counted(cases, each -> Stream.of(each.kind().tier())), Map.of());
    }

    static SuiteCounts of(ScenarioSuite suite) {
        List<SuiteScenario> scenarios = suite.scenarios();
        return new SuiteCounts(scenarios.size(), counted(scenarios, each -> Stream.of(each.language().key())), Map.of(),
                Map.of(), counted(scenarios, each -> each.tags().stream().distinct()));
    }

    /** As it is stored. */
    String json() {
        return Report.json(this);
    }

    private static <T> Map<String, Long> counted(List<T> lines, Function<T, Stream<String>> keys) {
        return lines.stream().flatMap(keys).collect(Collectors.groupingBy(key -> key, TreeMap::new, Collectors.counting()));
    }
}
