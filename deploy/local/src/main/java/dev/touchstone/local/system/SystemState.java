package dev.touchstone.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.touchstone.local.processes.Pid;

/**
 * What the launcher writes down for the other commands.
 */
public record SystemState(Phase phase, Pid launcher, Ports ports, boolean emulator) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where a system stands. */
    public enum Phase {
        STARTING,
        READY
    }

    /** The state that was written last; empty where there is none, whether its launcher still lives or not. */
    public static Optional<SystemState> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(file.toFile());
            return Optional.of(new SystemState(Phase.valueOf(node.path("phase").asText()),
                    new Pid(node.path("pid").asLong(), Instant.parse(node.path("startedAt").asText())),
                    new Ports(node.path("portBase").asInt()), node.path("emulator").asBoolean()));
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    public boolean isRunning() {
        return launcher.isAlive();
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path half = file.resolveSibling("system.half");
        JSON.writeValue(half.toFile(), JSON.createObjectNode().put("phase", phase.name()).put("pid", launcher.number())
                .put("startedAt", launcher.started().toString()).put("portBase", ports.base()).put("emulator", emulator));
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
