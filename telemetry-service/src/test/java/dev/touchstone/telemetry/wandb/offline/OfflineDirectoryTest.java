package dev.touchstone.telemetry.wandb.offline;

import static dev.touchstone.telemetry.wandb.offline.SampleRuns.START;
import static dev.touchstone.telemetry.wandb.offline.SampleRuns.segment;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineDirectoryTest {

    private static final UUID SUBMISSION = UUID.fromString("0192d000-0000-7000-8000-000000000001");

    @TempDir
    Path parent;

    @Test
    void isNamedAsTheOfficialToolsExpect() {
        assertEquals("offline-run-20260102_030405-r1", directory().path().getFileName().toString());
        assertEquals(segment(START, 0, 1).name(), directory().path().getFileName().toString());
    }

    @Test
    void isNotThatOfARunOfTheSameIdInAnotherProject() throws IOException {
        // Given
        OfflineDirectory other = OfflineDirectory.of(parent, UUID.randomUUID(), "r1", START);
        directory().write(segment(START, 0, 1));
        byte[] before = Files.readAllBytes(log());

        // When
        other.write(new OfflineSegment(START, SampleRuns.run("others"), segment(START, 0, 2).content()));

        // Then
        assertArrayEquals(before, Files.readAllBytes(log()));
        assertEquals(OfflineDirectory.folder(parent, SUBMISSION), directory().path().getParent());
    }

    @Test
    void replacesTheWholeFileAndLeavesNothingBeside() throws IOException {
        // Given
        directory().write(segment(START, 0, 1));

        // When
        directory().write(segment(START, 0, 2));

        // Then
        assertEquals(7, WandbFileReader.records(Files.readAllBytes(log())).size(),
                "header, run, two rows, files, summary, exit");
        try (Stream<Path> names = Files.walk(directory().path())) {
            assertEquals(List.of("config.yaml", "run-r1.wandb", "wandb-metadata.json", "wandb-summary.json"),
                    names.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void holdsTheFilesThatPeopleAndPagesLookAt() throws IOException {
        // Given
        RunFile table = new RunFile("media/table/jurors.table.json", RunFile.Kind.MEDIA, FileContent.of("{\"data\":[]}"));

        // When
        directory().write(segment(START, List.of(), List.of(table)));

        // Then
        Path files = directory().path().resolve("files");
        assertEquals("{\"loss\":0.5}", Files.readString(files.resolve("wandb-summary.json")));
        assertEquals("""
                "agent_id":
                    value: "echo\\"\\n: {}"
                "suite":
                    value: {"name":"base"}
                """, Files.readString(files.resolve("config.yaml")));
        assertEquals("{\"startedAt\":\"2026-01-02T03:04:05Z\",\"program\":\"touchstone-telemetry-service/0.1\","
                + "\"git\":{\"remote\":\"https://git.example/a\",\"commit\":\"abc\"}}",
                Files.readString(files.resolve("wandb-metadata.json")));
        assertEquals("{\"data\":[]}", Files.readString(files.resolve("media/table/jurors.table.json")));
    }

    @Test
    void canBeKeptFromAnUploadUntilItIsWrittenAgain() throws IOException {
        // Given
        directory().markSynced();
        boolean markedBefore = directory().isMarked();
        directory().write(segment(START, 0, 1));

        // When
        directory().markSynced();
        boolean marked = directory().isMarked();
        boolean taken = directory().isTaken();
        directory().write(segment(START, 0, 1));

        // Then
        assertFalse(markedBefore, "nothing was written");
        assertTrue(marked);
        assertFalse(taken, "our own marker is nobody's upload");
        assertFalse(directory().isMarked(), "something new is there to upload");
    }

    @ParameterizedTest
    @ValueSource(strings = { "run-r1.wandb.synced", "run-r1.wandb.syncstate" })
    void seesThatSomebodyHasUploadedItOrHasBegunTo(String trace) throws IOException {
        // Given
        directory().write(segment(START, 3, 2));
        boolean before = directory().isTaken();

        // When
        Files.createFile(directory().path().resolve(trace));

        // Then
        assertFalse(before);
        assertTrue(directory().isTaken());
        assertEquals(2, directory().rows(), "what the upload has found");
    }

    @Test
    void hasNoRowsWhereNothingOrSomethingElseIsWritten() throws IOException {
        // Given
        long nothing = directory().rows();
        Files.createDirectories(directory().path());

        // When
        Files.writeString(log(), "something else");

        // Then
        assertEquals(List.of(0L, 0L), List.of(nothing, directory().rows()));
    }

    @Test
    void refusesANameThatLeadsElsewhere() {
        assertThrows(IllegalArgumentException.class, () -> OfflineDirectory.of(parent, SUBMISSION, "../x", START));
        for (String path : List.of("../x", "/etc/x", "a//b", "a/./b", "a\\b", "a*", "..", "a/", "", "a\nb")) {
            assertThrows(IllegalArgumentException.class,
                    () -> new RunFile(path, RunFile.Kind.OTHER, FileContent.of("")), path);
        }
    }

    private OfflineDirectory directory() {
        return OfflineDirectory.of(parent, SUBMISSION, "r1", START);
    }

    private Path log() {
        return directory().path().resolve("run-r1.wandb");
    }
}
