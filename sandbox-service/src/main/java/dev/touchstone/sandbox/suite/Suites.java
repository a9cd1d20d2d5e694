package dev.touchstone.sandbox.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.sandbox.attempt.Report;

/** All suites that can be asked. What was read and checked once is kept. */
@ApplicationScoped
public class Suites {

    private final BuiltInSuites builtIn = new BuiltInSuites();
    private final Map<String, LoadedSuite> loaded = new ConcurrentHashMap<>();

    /** The cases of all suites of these names, or why they cannot be used. Blocks. */
    public LoadedPool pool(List<String> names) {
        List<Suite> suites = new ArrayList<>();
        List<Report> files = new ArrayList<>();
        for (String name : names) {
            switch (loaded.computeIfAbsent(name, builtIn::load)) {
                case LoadedSuite.Unusable(String reason) -> {
                    return new LoadedPool.Unusable(reason);
                }
                case LoadedSuite.Usable(Suite suite, Report cases) -> {
                    suites.add(suite);
                    files.add(cases);
                }
            }
        }
        return new LoadedPool.Usable(CasePool.of(suites), files);
    }

    /** The suite of scenarios of this name, or why it cannot be used. Blocks. */
    public LoadedScenarios loadScenarios(String name) {
        return builtIn.loadScenarios(name);
    }
}
