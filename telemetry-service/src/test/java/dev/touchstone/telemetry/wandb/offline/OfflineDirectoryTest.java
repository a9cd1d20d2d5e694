package dev.touchstone.telemetry.wandb.offline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.touchstone.telemetry.wandb.RunDescription;

class OfflineDirectoryTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private static final UUID SUBMISSION = UUID.fromString("0192d000-0000-7000-8000-000000000001");
    private static final OfflineRun RUN = new OfflineRun("acme", "agents", "r1", "review", START, "0.28.2",
            new RunDescription("Echo", "echo", "", null, List.of(), Map.of()));

    @TempDir
    Path parent;

    @Test
    void isNamedAsTheOfficialToolsExpect() {
        assertEquals("offline-run-20260102_030405-r1", directory().path().getFileName().toString());
    }

    @Test
    void isNotThatOfARunOfTheSameIdInAnotherProject() throws IOException {
        // Given
        OfflineDirectory other = OfflineDirectory.of(parent, UUID.randomUUID(), "r1", START);
        directory().write(RUN, content("{\"_step\":0}"));
        byte[] before = Files.readAllBytes(log());

        // When
        other.write(new OfflineRun("acme", "others", "r1", "review", START, "0.28.2", RUN.description()), content());

        // Then
        assertArrayEquals(before, Files.readAllBytes(log()));
        assertEquals(parent.resolve(SUBMISSION.toString()), directory().path().getParent());
    }

    @Test
    void replacesTheWholeFileAndLeavesNothingBeside() throws IOException {
        // Given
        directory().write(RUN, content("{\"a\":1,\"_step\":0}"));

        // When
        directory().write(RUN, content("{\"a\":1,\"_step\":0}", "{\"a\":2,\"_step\":1}"));

        // Then
        assertEquals(6, WandbFileReader.records(Files.readAllBytes(log())).size(), "header, run, two lines, summary, exit");
        try (Stream<Path> names = Files.list(directory().path())) {
            assertEquals(List.of("files", "run-r1.wandb"), names.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void canBeKeptFromASecondUploadUntilItIsWrittenAgain() throws IOException {
        // Given
        Path marker = directory().path().resolve("run-r1.wandb.synced");
        directory().markSynced();
        boolean markedBefore = Files.exists(marker);
        directory().write(RUN, content("{\"_step\":0}"));

        // When
        directory().markSynced();
        boolean marked = Files.exists(marker);
        directory().write(RUN, content("{\"_step\":0}"));

        // Then
        assertFalse(markedBefore, "nothing was written");
        assertTrue(marked);
        assertFalse(Files.exists(marker), "something new is there to upload");
    }

    @Test
    void refusesANameThatLeadsElsewhere() {
        assertThrows(IllegalArgumentException.class, () -> OfflineDirectory.of(parent, SUBMISSION, "../x", START));
    }

    private OfflineDirectory directory() {
        return OfflineDirectory.of(parent, SUBMISSION, "r1", START);
    }

    private Path log() {
        return directory().path().resolve("run-r1.wandb");
    }

    private static OfflineContent content(String... lines) {
        return new OfflineContent(List.of(), List.of(lines), "{}", 1, OptionalInt.of(0));
    }
}
