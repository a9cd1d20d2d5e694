package dev.touchstone.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.touchstone.local.system.Layout;
import dev.touchstone.local.system.Ports;

/** This checkout's script, as a user runs it, with data and ports of its own. */
record Checkout(Path data, Ports ports) {

    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
    private static final long PATIENCE_MINUTES = 6;

    record Ended(int code, String output, String errors) {
    }

    Layout layout() {
        return new Layout(HOME, data);
    }

    /** Runs a command to its end. */
    Ended run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(HOME.resolve("touchstone").toString()));
        words.addAll(List.of(arguments));
        Path directory = Files.createTempDirectory("touchstone-run");
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile())
                .redirectOutput(directory.resolve("out").toFile()).redirectError(directory.resolve("err").toFile());
        builder.environment().putAll(environment);
        builder.environment().put("TOUCHSTONE_DATA", data.toString());
        builder.environment().put("TOUCHSTONE_PORT_BASE", Integer.toString(ports.base()));
        // What this build has just packaged is what is tested.
        builder.environment().put("TOUCHSTONE_BUILD", "never");
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroy();
            throw new IOException(String.join(" ", words) + " does not end");
        }
        return new Ended(process.exitValue(), Files.readString(directory.resolve("out")),
                Files.readString(directory.resolve("err")));
    }
}
