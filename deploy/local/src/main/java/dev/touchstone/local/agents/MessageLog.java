package dev.touchstone.local.agents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What an agent was told and what it said: JSON Lines, as it came. */
final class MessageLog {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    MessageLog(Path file) {
        this.file = file;
    }

    synchronized void add(String contextId, String text, String reply) {
        String line = JSON.createObjectNode().put("at", Instant.now().toString()).put("contextId", contextId)
                .put("text", text).put("reply", reply) + "\n";
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
