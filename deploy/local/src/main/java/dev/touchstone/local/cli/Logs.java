package dev.touchstone.local.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code logs [SERVICE] [--once]}: the end of one log or of all, and what is added to it. */
public final class Logs {

    private static final int FIRST_BYTES = 4_000;

    private Logs() {
    }

    public static int logs(List<String> arguments) throws Usage, IOException, InterruptedException {
        Options options = Options.parse(arguments, Set.of("--once"));
        List<Path> files = files(options);
        if (files.isEmpty()) {
            System.err.println("There is no such log in " + options.layout().logs() + ".");
            return 1;
        }
        Map<Path, Long> shown = new LinkedHashMap<>();
        for (Path file : files) {
            shown.put(file, Math.max(0, Files.size(file) - FIRST_BYTES));
        }
        do {
            for (Path file : files) {
                shown.put(file, show(file, shown.getOrDefault(file, 0L), files.size() > 1));
            }
            Thread.sleep(options.has("--once") ? 0 : 300);
        } while (!options.has("--once"));
        return 0;
    }

    private static List<Path> files(Options options) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(options.layout().logs())) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(options.layout().logs(), "*.log")) {
                all.forEach(file -> {
                    String name = file.getFileName().toString().replace(".log", "");
                    if (options.words().isEmpty() ? !name.startsWith("agent-")
                            : options.words().contains(name) || options.words().contains(name.replace("-service", ""))) {
                        files.add(file);
                    }
                });
            }
        }
        files.sort(null);
        return files;
    }

    /** @return how far the file was shown */
    private static long show(Path file, long from, boolean named) throws IOException {
        try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
            // A new start begins a new log.
            long start = reader.length() < from ? 0 : from;
            reader.seek(start);
            byte[] bytes = new byte[(int) Math.min(1 << 20, reader.length() - start)];
            reader.readFully(bytes);
            int end = lastLine(bytes);
            String prefix = named ? "%-18s | ".formatted(file.getFileName().toString().replace(".log", "")) : "";
            new String(bytes, 0, end, StandardCharsets.UTF_8).lines().forEach(line -> System.out.println(prefix + line));
            return start + end;
        }
    }

    private static int lastLine(byte[] bytes) {
        for (int i = bytes.length; i > 0; i--) {
            if (bytes[i - 1] == '\n') {
                return i;
            }
        }
        return 0;
    }
}
