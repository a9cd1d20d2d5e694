package dev.touchstone.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for a message about a failure. */
final class LogTail {

    private static final int LINES = 15;

    private LogTail() {
    }

    static String of(Path log) {
        try {
            // The frames of a stack trace say less than the causes between them.
            List<String> lines = Files.readAllLines(log).stream().filter(line -> !line.matches("\\s+(at |\\.\\.\\. \\d).*"))
                    .filter(line -> !line.isBlank()).toList();
            return "; the last of " + log + ":\n  "
                    + String.join("\n  ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException unreadable) {
            return "; see " + log;
        }
    }
}
