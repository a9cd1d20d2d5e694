package dev.touchstone.local.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.touchstone.local.processes.PidFiles;

/**
 * Where things are.
 *
 * @param home the checkout, with what was built
 * @param data all that a system leaves behind
 */
public record Layout(Path home, Path data) {

    /** Tells a data directory from any other, so that deleting one by a mistyped name does no harm. */
    private static final String MARK = "touchstone-data";

    public Path runnable(Service service) {
        return home.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path state() {
        return data.resolve("run/system.json");
    }

    Path lock() {
        return data.resolve("run/lock");
    }

    public PidFiles pidFiles() {
        return new PidFiles(data.resolve("run"));
    }

    Path broker() {
        return data.resolve("kafka");
    }

    Path database() {
        return data.resolve("postgres");
    }

    Path samplingSeed() {
        return data.resolve("sampling-seed");
    }

    /** The file of one key. */
    Path key(String name) {
        return data.resolve("keys").resolve(name);
    }

    public Path offlineRuns() {
        return data.resolve("wandb");
    }

    /** What the emulator is to remember. */
    Path emulator() {
        return data.resolve("wandb-emulator");
    }

    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** What this program itself runs with, with absolute paths. */
    public static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((a, b) -> a + File.pathSeparator + b).orElse("");
    }

    void create() throws IOException {
        for (Path directory : List.of(data, logs(), data.resolve("run"), offlineRuns())) {
            Files.createDirectories(directory);
        }
        if (!Files.exists(data.resolve(MARK))) {
            Files.writeString(data.resolve(MARK),
                    "Data of a local Touchstone system. Delete it with: touchstone down --delete-data\n");
        }
    }

    /** @return whether there was something to delete */
    public boolean delete() throws IOException {
        if (!Files.exists(data.resolve(MARK))) {
            return false;
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        return true;
    }
}
