package dev.touchstone.local.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import dev.touchstone.local.client.Pause;

/**
 * What a command of the client is given besides its arguments.
 *
 * @param out for what was asked for
 * @param notes for what is said beside it
 * @param terminal whether a person looks at {@code out}, so that lines may be drawn over
 */
public record Surroundings(Map<String, String> environment, InputStream in, PrintStream out, PrintStream notes,
        boolean terminal, Pause pause) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Those of this process. JSON is UTF-8, whatever the locale says. */
    public static Surroundings ofProcess() {
        Map<String, String> environment = System.getenv();
        boolean terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        return new Surroundings(environment, System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err), terminal,
                Thread::sleep);
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
