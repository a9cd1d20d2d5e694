package dev.touchstone.sandbox.suite;

import java.util.List;

/** The suite that every deployment has, for tests that need real cases. */
public final class CoreSuite {

    private CoreSuite() {
    }

    /** Its cases as an attempt gets them. */
    public static CasePool pool() {
        return CasePool.of(List.of(suite()));
    }

    /** The scenarios that come with the service. */
    public static ScenarioSuite scenarios() {
        return ((LoadedScenarios.Usable) new BuiltInSuites().loadScenarios("touchstone-basics")).suite();
    }

    static Suite suite() {
        return ((LoadedSuite.Usable) new BuiltInSuites().load("touchstone-core")).suite();
    }
}
