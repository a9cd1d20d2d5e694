package dev.touchstone.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.touchstone.local.processes.Pid;

class LayoutTest {

    @TempDir
    Path directory;

    @Test
    void deletesWhatItMade() throws Exception {
        Layout layout = new Layout(directory, directory.resolve("da ta"));
        layout.create();
        Files.writeString(layout.log("kafka"), "text");

        assertTrue(layout.delete());

        assertFalse(Files.exists(layout.data()));
    }

    @Test
    void deletesNothingElse() throws Exception {
        Files.writeString(directory.resolve("thesis.txt"), "years of work");

        assertFalse(new Layout(directory, directory).delete());

        assertTrue(Files.exists(directory.resolve("thesis.txt")));
    }

    @Test
    void aStateIsReadAsItWasWritten() throws Exception {
        SystemState state = new SystemState(SystemState.Phase.READY, Pid.ownOne(), new Ports(9_000), true);
        Path file = directory.resolve("run/system.json");

        state.write(file);

        assertEquals(Optional.of(state), SystemState.read(file));
        assertTrue(state.isRunning());
    }

    @Test
    void aDamagedStateIsNone() throws Exception {
        Path file = Files.writeString(directory.resolve("system.json"), "{\"phase\":");

        assertEquals(Optional.empty(), SystemState.read(file));
    }
}
