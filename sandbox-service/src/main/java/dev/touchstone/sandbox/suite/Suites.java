package dev.touchstone.sandbox.suite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.sandbox.attempt.Report;

/**
 * All suites that can be asked: those that come with the service, and imported ones. What was read and checked once is kept,
 * since no suite ever changes; whether there is one, and whether it is retired, is looked up each time. Every method blocks.
 */
@ApplicationScoped
public class Suites {

    private final BuiltInSuites builtIn = new BuiltInSuites();
    private final Map<String, SuiteDocument> documents = new ConcurrentHashMap<>();
    private final Map<String, LoadedSuite> cases = new ConcurrentHashMap<>();
    private final Map<String, LoadedScenarios> scenarios = new ConcurrentHashMap<>();
    private final StoredSuites stored;

    Suites(StoredSuites stored) {
        this.stored = stored;
    }

    /**
     * The cases of all these suites, or why they cannot be used.
     *
     * @param references {@code name} or {@code name@version} of one that comes with the service, {@code name@version} of an
     *        imported one
     */
    public LoadedPool pool(List<String> references) {
        List<Suite> suites = new ArrayList<>();
        List<Report> files = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String reference : references) {
            switch (load(reference)) {
                case LoadedSuite.Unusable(String reason) -> {
                    return new LoadedPool.Unusable(reason);
                }
                case LoadedSuite.Usable(Suite suite, Report lines) -> {
                    suites.add(suite);
                    files.add(lines);
                    if (!names.add(suite.id().name())) {
                        return new LoadedPool.Unusable("The suite '" + suite.id().name() + "' is named twice");
                    }
                }
            }
        }
        return suites.isEmpty() ? new LoadedPool.Unusable("No suite is named")
                : new LoadedPool.Usable(CasePool.of(suites), files);
    }

    /** The test cases of one suite, or why they cannot be used. */
    public LoadedSuite load(String reference) {
        return switch (find(reference)) {
            case Found.Missing(String reason) -> new LoadedSuite.Unusable(reason);
            case Found.There(SuiteDocument document) -> cases.computeIfAbsent(reference, ignored -> document.read());
        };
    }

    /** The scenarios of one suite, or why they cannot be used. */
    public LoadedScenarios loadScenarios(String reference) {
        return switch (find(reference)) {
            case Found.Missing(String reason) -> new LoadedScenarios.Unusable(reason);
            case Found.There(SuiteDocument document) ->
                scenarios.computeIfAbsent(reference, ignored -> document.readScenarios());
        };
    }

    private sealed interface Found {

        record There(SuiteDocument document) implements Found {
        }

        record Missing(String reason) implements Found {
        }
    }

    private Found find(String reference) {
        String[] parts = reference.strip().split("@", 2);
        if (BuiltInSuites.NAMES.contains(parts[0])) {
            return ofTheService(parts[0], parts.length == 1 ? Optional.empty() : Optional.of(parts[1]));
        }
        return parts.length == 1
                ? new Found.Missing(
                        "No suite '" + reference + "' comes with the service, and an imported one is named with its "
                                + "version, as in name@1.0.0")
                : imported(reference, new StoredSuite.Key(parts[0], parts[1]));
    }

    private Found ofTheService(String name, Optional<String> version) {
        SuiteDocument document = documents.computeIfAbsent(name, ignored -> builtIn.find(name).orElseThrow());
        String there = SuiteJson.object(document.manifest()).orElseThrow().path("version").asText();
        return version.filter(asked -> !asked.equals(there)).isPresent()
                ? new Found.Missing("The suite '" + name + "' of this service is " + there + ", not " + version.get())
                : new Found.There(document);
    }

    private Found imported(String reference, StoredSuite.Key key) {
        if (!key.isPossible()) {
            return new Found.Missing("'" + reference + "' is no name and version of a suite");
        }
        Optional<String> retirement = Blocking.inTransaction(() -> stored.retirement(key).map(Optional::ofNullable));
        if (retirement.isPresent()) {
            return new Found.Missing("The suite '" + key + "' is retired: " + retirement.get());
        }
        if (!documents.containsKey(reference)) {
            Blocking.inTransaction(() -> stored.document(key).map(Optional::ofNullable))
                    .ifPresent(document -> documents.put(reference, document));
        }
        return documents.containsKey(reference) ? new Found.There(Objects.requireNonNull(documents.get(reference)))
                : new Found.Missing("There is no suite '" + key + "'");
    }
}
