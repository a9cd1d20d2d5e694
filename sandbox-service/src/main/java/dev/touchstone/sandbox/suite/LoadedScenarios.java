package dev.touchstone.sandbox.suite;

import dev.touchstone.sandbox.attempt.Report;

/** A suite of scenarios, or why there is none. */
public sealed interface LoadedScenarios {

    /**
     * The digest was checked.
     *
     * @param scenarios as they are written down, which the digest is of
     */
    record Usable(ScenarioSuite suite, Report scenarios) implements LoadedScenarios {
    }

    /** The suite is missing, malformed, of another kind, or not what its manifest says. */
    record Unusable(String reason) implements LoadedScenarios {
    }
}
