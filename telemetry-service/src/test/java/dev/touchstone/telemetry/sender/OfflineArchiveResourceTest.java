package dev.touchstone.telemetry.sender;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.Published;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.WandbRun;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.telemetry.ServiceTest;
import dev.touchstone.telemetry.wandb.offline.WandbFileReader;
import dev.touchstone.telemetry.wandb.offline.WandbFileReader.Field;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class OfflineArchiveResourceTest extends ServiceTest {

    private final ReviewRef review = reviewElsewhere();

    @Test
    void anOfflineRunCanBeTakenAway() {
        // Given
        bus.send(Samples.requested(review, Stage.PRECHECK));
        bus.send(Samples.event(review, Stage.PUBLISH, 1, 9,
                new Published(URI.create("http://localhost:8080/c"), null, "approved")));
        eventually().until(() -> linesOnDisk() == 2);

        // When
        Response archive = archive();

        // Then
        archive.then().statusCode(200).contentType("application/zip")
                .header("Content-Disposition", equalTo("attachment; filename=\"wandb-" + runId() + ".zip\""));
        Map<String, byte[]> files = unpacked(archive);
        assertEquals(List.of(List.of("0", "1")), steps(files, false));
        List<Field> exit = logs(files, false).getFirst().getLast().get(1).fields();
        assertEquals(List.of(1, 2), exit.stream().map(Field::number).toList(), "an exit code, and not incomplete");
        String readme = new String(files.getOrDefault("README.txt", new byte[0]), StandardCharsets.UTF_8);
        assertTrue(readme.contains("WANDB_BASE_URL=https://attacker.invalid wandb sync ."), readme);
        assertTrue(readme.contains("part 1: lines 0 to 1\n"), readme);
    }

    @Test
    void twoArchivesOfAGrowingRunGiveEveryRowOnce() {
        // Given
        bus.send(Samples.requested(review, Stage.PRECHECK));
        bus.send(Samples.event(review, Stage.PRECHECK, 1, 2, new Started()));
        eventually().until(() -> linesOnDisk() == 2);
        List<List<String>> first = steps(unpacked(archive()), false);
        bus.send(Samples.event(review, Stage.SECURITY, 1, 3, new Started()));
        eventually().until(() -> linesOnDisk() == 3);

        // When
        Map<String, byte[]> second = unpacked(archive());

        // Then
        assertEquals(List.of(List.of("0", "1")), first);
        assertEquals(List.of(List.of("2")), steps(second, false), "what is new");
        assertEquals(List.of(List.of("0", "1")), steps(second, true), "what the first one had is there, and marked");
        List<Field> run = logs(second, false).getFirst().get(1).get(1).fields();
        assertTrue(run.stream().anyMatch(field -> field.number() == 14 && field.varint() == 2), "goes on at step 2");
        assertTrue(run.stream().anyMatch(field -> field.number() == 4 && field.text().contains("policy-1")), "whole config");
    }

    @Test
    void whatWasTakenAwayIsNotUploadedFromTheDiskAsWell() throws IOException {
        // Given
        bus.send(Samples.requested(review, Stage.PRECHECK));
        eventually().until(() -> linesOnDisk() == 1);

        // When
        archive();
        List<Path> marked = onDisk(".synced");
        bus.send(Samples.event(review, Stage.PRECHECK, 1, 2, new Started()));

        // Then
        eventually().until(() -> onDisk(".wandb").size() == 2);
        assertEquals(marked, onDisk(".synced"), "the new one is not marked");
        assertEquals(1, marked.size());
    }

    @Test
    void whatWasUploadedFromTheDiskIsNeverWrittenOver() throws IOException {
        // Given
        bus.send(Samples.requested(review, Stage.PRECHECK));
        eventually().until(() -> linesOnDisk() == 1);
        Path log = onDisk(".wandb").getFirst();
        byte[] uploaded = Files.readAllBytes(log);
        Files.createFile(log.resolveSibling(log.getFileName() + ".synced"));

        // When
        bus.send(Samples.event(review, Stage.PRECHECK, 1, 2, new Started()));

        // Then
        eventually().until(() -> linesOnDisk() == 2);
        assertArrayEquals(uploaded, Files.readAllBytes(log));
        assertEquals(2, onDisk(".wandb").size());
        assertEquals(List.of(List.of("1")), steps(unpacked(archive()), false), "the archive knows of the upload");
    }

    @Test
    void anArchiveWithNothingNewHasNothingToUpload() {
        // Given
        bus.send(Samples.requested(review, Stage.PRECHECK));
        eventually().until(() -> linesOnDisk() == 1);
        archive();

        // When
        Map<String, byte[]> again = unpacked(archive());

        // Then
        assertEquals(List.of(), steps(again, false));
        assertArrayEquals(archive().asByteArray(), archive().asByteArray(), "the same whenever it is made");
    }

    @Test
    void aRunThatWandbHasIsNoArchive() {
        // Given
        ReviewRef online = Samples.review();
        bus.send(Samples.requested(online, Stage.PRECHECK));
        eventually().until(() -> runOf(online).size() == 1);

        // Then
        for (UUID id : List.of(online.submissionId(), UUID.randomUUID())) {
            TestKeys.as(TestKeys.OPERATOR).get("/telemetry/runs/" + id + "/offline-archive").then().statusCode(404)
                    .contentType("application/problem+json");
        }
        TestKeys.as(TestKeys.SUBMITTER).get("/telemetry/runs/" + online.submissionId() + "/offline-archive").then()
                .statusCode(403);
    }

    private Response archive() {
        return TestKeys.as(TestKeys.REVIEWER).get("/telemetry/runs/" + review.submissionId() + "/offline-archive");
    }

    private static Map<String, byte[]> unpacked(Response archive) {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive.asByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return files;
    }

    private static List<List<String>> steps(Map<String, byte[]> files, boolean marked) {
        return logs(files, marked).stream().map(OfflineArchiveResourceTest::steps).toList();
    }

    private static List<List<List<Field>>> logs(Map<String, byte[]> files, boolean marked) {
        return files.entrySet().stream().filter(file -> file.getKey().endsWith(".wandb"))
                .filter(file -> files.containsKey(file.getKey() + ".synced") == marked)
                .map(file -> WandbFileReader.records(file.getValue()).stream().map(WandbFileReader::fields).toList()).toList();
    }

    private static List<String> steps(List<List<Field>> log) {
        List<String> steps = new ArrayList<>();
        for (List<Field> record : log) {
            if (record.get(1).number() == 2) {
                steps.add(String.valueOf(WandbFileReader.items(record.get(1).fields()).get("_step")));
            }
        }
        return steps;
    }

    private long linesOnDisk() throws IOException {
        long lines = 0;
        for (Path log : onDisk(".wandb")) {
            lines += WandbFileReader.records(Files.readAllBytes(log)).stream().map(WandbFileReader::fields)
                    .filter(record -> record.get(1).number() == 2).count();
        }
        return lines;
    }

    private List<Path> onDisk(String ending) throws IOException {
        String folder = TestKeys.as(TestKeys.OPERATOR).get("/telemetry/runs/" + review.submissionId()).path("offlineDirectory");
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending)).sorted().toList();
        }
    }

    private String runId() {
        return review.wandbRun().runId();
    }

    private static ReviewRef reviewElsewhere() {
        UUID submission = UUID.randomUUID();
        return new ReviewRef(submission, UUID.randomUUID(), "trip-planner", "r1",
                new WandbRun("acme", "reviews", "run-" + submission, URI.create("https://attacker.invalid")));
    }
}
