package dev.touchstone.sandbox.suite;

import java.util.List;

/** A versioned set of scenarios whose content was checked against its digest. */
public record ScenarioSuite(Suite.Id id, List<SuiteScenario> scenarios) {

    public ScenarioSuite {
        scenarios = List.copyOf(scenarios);
        if (scenarios.isEmpty()) {
            throw new IllegalArgumentException("A suite has scenarios");
        }
    }
}
