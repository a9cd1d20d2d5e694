package dev.touchstone.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Run directories that {@code wandb sync} uploads. */
public final class OfflineRuns {

    private OfflineRuns() {
    }

    /** Those of the runs, wherever below the directory they are. */
    public static List<Path> of(Path directory, List<String> runIds) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(directory, 4)) {
            return all.filter(Files::isDirectory).filter(path -> isRun(path.getFileName().toString(), runIds)).sorted()
                    .toList();
        }
    }

    private static boolean isRun(String name, List<String> runIds) {
        return name.startsWith("offline-run-") && runIds.stream().anyMatch(name::endsWith);
    }
}
