package dev.touchstone.sandbox.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The suites that come with the service, as resources. */
public final class BuiltInSuites {

    /** Nothing imported may be called so. */
    static final List<String> NAMES = List.of("touchstone-core", "touchstone-basics");

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

    /** The suite of test cases of this name, or why it cannot be used. */
    public LoadedSuite load(String name) {
        return find(name).map(SuiteDocument::read).orElseGet(() -> new LoadedSuite.Unusable(missing(name)));
    }

    /** The suite of scenarios of this name, or why it cannot be used. */
    public LoadedScenarios loadScenarios(String name) {
        return find(name).map(SuiteDocument::readScenarios).orElseGet(() -> new LoadedScenarios.Unusable(missing(name)));
    }

    /** All of them, without their lines. */
    List<SuiteView> views() {
        return NAMES.stream().map(name -> switch (find(name).orElseThrow().check()) {
            case CheckedSuite.Cases(Manifest manifest, Suite suite) -> SuiteView.builtIn(manifest, SuiteCounts.of(suite));
            case CheckedSuite.Scenarios(Manifest manifest, ScenarioSuite suite) ->
                SuiteView.builtIn(manifest, SuiteCounts.of(suite));
            case CheckedSuite.Faulty faulty -> throw new IllegalStateException(name + ": " + faulty.inWords());
        }).toList();
    }

    /** As it is written down. */
    Optional<SuiteDocument> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        String manifest = resource(name, "manifest.json");
        String lines = manifest == null ? null : resource(name, "cases.jsonl");
        return manifest == null || lines == null ? Optional.empty() : Optional.of(new SuiteDocument(manifest, lines));
    }

    private static String missing(String name) {
        return NAME.matcher(name).matches() ? "There is no suite '" + name + "'" : "There is no suite of this name";
    }

    private static @Nullable String resource(String suite, String file) {
        try (InputStream in = BuiltInSuites.class.getResourceAsStream("/suites/" + suite + "/" + file)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
