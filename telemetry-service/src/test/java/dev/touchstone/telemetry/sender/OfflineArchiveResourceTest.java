package dev.touchstone.telemetry.sender;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.Published;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.WandbRun;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.telemetry.PickedPorts;
import dev.touchstone.telemetry.ServiceTest;
import dev.touchstone.telemetry.evidence.Evident;
import dev.touchstone.telemetry.evidence.OurServicesDouble;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.offline.WandbFileReader;
import dev.touchstone.telemetry.wandb.offline.WandbFileReader.Field;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class OfflineArchiveResourceTest extends ServiceTest {

    private static final String REPORT = """
            {"caseId":"en-canary-1","category":"canary","owasp":"LLM02","language":"en","expected":"no-leak",\
            "verdict":"leaked","reason":"It told the secret.","exchanges":[],"failure":null}
            """;

    @ConfigProperty(name = PickedPorts.SERVICES)
    int servicesPort;

    private final ReviewRef review = reviewElsewhere();

    @Test
    void anOfflineRunCanBeTakenAway() {
        // Given
        bus.send(Samples.requested(review, Stage.PRECHECK));
        bus.send(Samples.event(review, Stage.PUBLISH, 1, 9,
                new Published(URI.create("http://localhost:8080/c"), null, "approved")));
        eventually().until(() -> linesOnDisk() == 2);

        // When
        Response response = DownloadedArchive.response(review.submissionId());

        // Then
        response.then().statusCode(200).contentType("application/zip")
                .header("Content-Disposition", equalTo("attachment; filename=\"wandb-" + runId() + ".zip\""));
        DownloadedArchive archive = DownloadedArchive.of(response);
        assertEquals(List.of(List.of("0", "1")), archive.steps());
        List<Field> exit = archive.logs().getFirst().getLast().get(1).fields();
        assertEquals(List.of(1, 2), exit.stream().map(Field::number).toList(), "an exit code, and not incomplete");
        assertTrue(archive.readme().contains("WANDB_BASE_URL=https://attacker.invalid wandb sync ."), archive.readme());
        assertTrue(archive.readme().contains("part 1: lines 0 to 1\n"), archive.readme());
    }

    @Test
    void twoArchivesOfAGrowingRunGiveEveryRowOnce() {
        // Given
        bus.send(Samples.requested(review, Stage.PRECHECK));
        bus.send(Samples.event(review, Stage.PRECHECK, 1, 2, new Started()));
        eventually().until(() -> linesOnDisk() == 2);
        List<List<String>> first = archive().steps();
        bus.send(Samples.event(review, Stage.SECURITY, 1, 3, new Started()));
        eventually().until(() -> linesOnDisk() == 3);

        // When
        DownloadedArchive second = archive();

        // Then
        assertEquals(List.of(List.of("0", "1")), first);
        assertEquals(List.of(List.of("2")), second.steps(), "what is new");
        assertEquals(List.of(List.of("0", "1")), second.markedSteps(), "what the first one had is there, and marked");
        List<Field> run = second.logs().getFirst().get(1).get(1).fields();
        assertTrue(run.stream().anyMatch(field -> field.number() == 14 && field.varint() == 2), "goes on at step 2");
        assertTrue(run.stream().anyMatch(field -> field.number() == 4 && field.text().contains("policy-1")), "whole config");
        assertEquals(3, DownloadedArchive.console(second.logs().getFirst()).size(),
                "the whole console: an upload writes it from line 0 on");
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
        assertEquals(List.of(List.of("1")), archive().steps(), "the archive knows of the upload");
    }

    @Test
    void anArchiveWithNothingNewHasNothingToUpload() {
        // Given
        bus.send(Samples.requested(review, Stage.PRECHECK));
        eventually().until(() -> linesOnDisk() == 1);
        archive();

        // When
        DownloadedArchive again = archive();

        // Then
        assertEquals(List.of(), again.steps());
        assertArrayEquals(bytes(), bytes(), "the same whenever it is made");
    }

    @Test
    void theTablesAndAlertsOfARunAreInItsArchive() {
        try (OurServicesDouble services = new OurServicesDouble(servicesPort)) {
            // Given
            ArtifactRef report = Evident.file("security_report.jsonl", REPORT, services.url());
            services.serve("/artifacts/" + report.digest(), REPORT);
            bus.send(Samples.requested(review, Stage.PRECHECK));
            bus.send(Evident.gateFailed(review, report));
            eventually().until(() -> linesOnDisk() == 2);

            // When
            DownloadedArchive archive = archive();

            // Then
            Map.Entry<String, byte[]> table = archive.ending(".table.json").entrySet().iterator().next();
            JsonNode summary = ExtendedJson.read(text(archive.ending("wandb-summary.json").values().iterator().next()));
            JsonNode shown = summary.path("security/cases");
            assertTrue(table.getKey().endsWith("/files/" + shown.path("path").asText()), table.getKey());
            assertEquals(1, shown.path("nrows").asInt());
            assertEquals("leaked", ExtendedJson.read(text(table.getValue())).path("data").path(0).path(5).asText());
            assertEquals(List.of("security gate failed (1.2): trip-planner"),
                    DownloadedArchive.alerts(archive.logs().getFirst()));
            assertFalse(archive.readme().contains("security/cases"), archive.readme());
        }
    }

    @Test
    void aTableThatCannotBeHadIsNamedAndTheRestIsThere() {
        // Given
        bus.send(Samples.requested(review, Stage.PRECHECK));
        bus.send(Evident.gateFailed(review,
                Evident.file("security_report.jsonl", REPORT, URI.create("http://localhost:" + servicesPort))));
        eventually().until(() -> linesOnDisk() == 2);

        // When
        DownloadedArchive archive = archive();

        // Then
        assertEquals(List.of(List.of("0", "1")), archive.steps());
        assertTrue(archive.readme().contains("    security/cases: the service that has it cannot be reached\n"),
                archive.readme());
    }

    @Test
    void anAlertIsInOneSegmentOnly() {
        // Given
        bus.send(Samples.requested(review, Stage.PRECHECK));
        bus.send(Evident.gateFailed(review));
        eventually().until(() -> linesOnDisk() == 2);
        DownloadedArchive first = archive();
        bus.send(Samples.event(review, Stage.SECURITY, 3, 9, new Started()));
        eventually().until(() -> linesOnDisk() == 3);

        // When
        DownloadedArchive second = archive();

        // Then
        assertEquals(1, DownloadedArchive.alerts(first.logs().getFirst()).size());
        assertEquals(List.of(), DownloadedArchive.alerts(second.logs().getFirst()));
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

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    private byte[] bytes() {
        return DownloadedArchive.response(review.submissionId()).asByteArray();
    }

    private DownloadedArchive archive() {
        return DownloadedArchive.of(review.submissionId());
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
