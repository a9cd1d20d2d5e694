package dev.touchstone.local.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.touchstone.local.wandb.WandbEmulatorCommand.Options;

class WandbEmulatorCommandTest extends EmulatorTest {

    @Test
    void optionsAreRead() {
        assertEquals(new Options(WandbEmulatorCommand.DEFAULT_PORT, false, null, null), Options.parse());
        assertEquals(new Options(9001, true, Path.of("runs.json"), null),
                Options.parse("--dump", "runs.json", "--strict", "--port", "9001"));
    }

    @Test
    void whatIsNoOptionIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Options.parse("--prot", "1"));
        assertThrows(IllegalArgumentException.class, () -> Options.parse("--port"));
        assertThrows(IllegalArgumentException.class, () -> Options.parse("--port", "70000"));
        assertEquals(2, WandbEmulatorCommand.run("--port", "x"));
    }

    @Test
    void aTakenPortIsSaid() {
        assertThrows(UncheckedIOException.class, () -> WandbEmulator.start(emulator.url().getPort()).close());
    }

    @Test
    void aDumpHoldsAllRuns(@TempDir Path folder) throws Exception {
        // Given
        client.createRun();
        emulator.close();

        // When
        emulator.dump(folder.resolve("runs.json"));

        // Then
        assertEquals("run-1", WandbClient.json("{\"runs\":" + Files.readString(folder.resolve("runs.json")) + "}")
                .at("/runs/0/runId").asText());
    }
}
