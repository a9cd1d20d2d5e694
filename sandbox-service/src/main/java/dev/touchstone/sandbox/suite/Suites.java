package dev.touchstone.sandbox.suite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.suite.LoadedSuite.Unusable;

/** The suites that come with the service. Each is read and checked once. */
@ApplicationScoped
public class Suites {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

    private final Map<String, LoadedSuite> loaded = new ConcurrentHashMap<>();

    /** The suite of this name, or why it cannot be used. */
    public LoadedSuite load(String name) {
        return loaded.computeIfAbsent(name, Suites::read);
    }

    private static LoadedSuite read(String name) {
        if (!NAME.matcher(name).matches()) {
            return new Unusable("There is no suite of this name");
        }
        try {
            String manifest = resource(name, "manifest.json");
            String cases = resource(name, "cases.jsonl");
            return manifest == null || cases == null
                    ? new Unusable("There is no suite '" + name + "'")
                    : new SuiteDocument(manifest, cases).read();
        } catch (IOException unreadable) {
            return new Unusable("The suite '" + name + "' cannot be read: " + unreadable.getMessage());
        }
    }

    private static @Nullable String resource(String suite, String file) throws IOException {
        try (InputStream in = Suites.class.getResourceAsStream("/suites/" + suite + "/" + file)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
