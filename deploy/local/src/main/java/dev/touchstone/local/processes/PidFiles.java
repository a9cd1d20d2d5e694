package dev.touchstone.local.processes;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who runs, written down for whoever comes after a killed launcher: a file {@code <name>.pid} for each process. */
public final class PidFiles {

    private static final String SUFFIX = ".pid";

    private final Path directory;

    public PidFiles(Path directory) {
        this.directory = directory;
    }

    public void write(String name, Pid pid) throws IOException {
        Files.createDirectories(directory);
        Path half = directory.resolve(name + ".half");
        Files.writeString(half, pid.number() + " " + pid.started() + "\n");
        Files.move(half, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public void remove(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    /** What is written down under the name; empty also where the file cannot be understood. */
    public Optional<Pid> read(String name) {
        return read(file(name));
    }

    /** All that is written down, by name, whether it still runs or not. */
    public Map<String, Pid> all() throws IOException {
        Map<String, Pid> found = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
                files.forEach(file -> read(file).ifPresent(pid -> found.put(nameOf(file), pid)));
            }
        }
        return found;
    }

    private Path file(String name) {
        return directory.resolve(name + SUFFIX);
    }

    private static String nameOf(Path file) {
        String fileName = file.getFileName().toString();
        return fileName.substring(0, fileName.length() - SUFFIX.length());
    }

    private static Optional<Pid> read(Path file) {
        try {
            String text = Files.readString(file).strip();
            int blank = text.indexOf(' ');
            return Optional.of(new Pid(Long.parseLong(text.substring(0, blank)), Instant.parse(text.substring(blank + 1))));
        } catch (IOException | RuntimeException unreadable) {
            // A half-written or foreign file says nothing about a process; a wrong guess could end a stranger's.
            return Optional.empty();
        }
    }
}
