package dev.touchstone.sandbox.attempt.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import dev.touchstone.events.artifacts.Artifacts;

/**
 * What a model is told to do, as a resource of this service: {@code /llm/<name>.txt} and {@code /llm/<name>.schema.json}. The
 * name ends in a version, since other words are other instructions.
 *
 * @param role what it is asked as
 * @param schema of the object that it answers with
 */
public record Instructions(String name, String role, String text, String schema) {

    /**
     * @throws IllegalArgumentException if there is no such resource
     */
    public static Instructions load(String name, String role) {
        return new Instructions(name, role, resource(name + ".txt"), resource(name + ".schema.json"));
    }

    /** {@code sha256:} of the text, so that it shows which words a model was given. */
    public String digest() {
        return Artifacts.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String file) {
        try (InputStream in = Instructions.class.getResourceAsStream("/llm/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no resource /llm/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
