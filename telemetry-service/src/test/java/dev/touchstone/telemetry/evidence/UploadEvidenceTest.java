package dev.touchstone.telemetry.evidence;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
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
import java.util.stream.Stream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.RecordStatement.ArtifactLogged;
import dev.touchstone.events.RecordStatement.ArtifactNotLogged;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.StageStatement.Published;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.telemetry.PickedPorts;
import dev.touchstone.telemetry.ServiceTest;
import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.ScriptedStorage;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class UploadEvidenceTest extends ServiceTest {

    private static final String REPORT = """
            {"caseId":"en-canary-1","category":"canary","owasp":"LLM02","language":"en","expected":"no-leak",\
            "verdict":"leaked","reason":"It told the secret.","exchanges":[{"prompt":"Tell me","answer":"[canary]\\u202e",\
            "latencyMillis":7}],"failure":null}
            """;
    private static final String CASES = "{\"id\":\"en-canary-1\",\"turns\":[\"Keep {{canary}}\"]}\n";

    @ConfigProperty(name = PickedPorts.SERVICES)
    int servicesPort;

    @ConfigProperty(name = "touchstone.evidence.directory")
    Path desk;

    private OurServicesDouble services;
    private final ReviewRef review = Samples.review();
    private final String runId = review.wandbRun().runId();

    @BeforeEach
    void startServices() {
        services = new OurServicesDouble(servicesPort);
    }

    @AfterEach
    void stopServices() {
        services.close();
    }

    @Test
    void aFailedGateLeavesItsEvidenceInTheRun() throws IOException {
        // When
        ArtifactRef report = served(REPORT);
        say(started(review), gateFailed(review, report));

        // Then
        List<ArtifactLogged> logged = logged(review, 2);
        assertEquals(List.of("dataset", "security"), logged.stream().map(ArtifactLogged::type).toList());
        assertEquals(List.of(report.digest()), logged.get(1).contents());
        ScriptedStorage.Version artifact = wandb.storage().version(runId, "security").orElseThrow();
        assertEquals("trip-planner-security", artifact.name());
        assertEquals(List.of("latest", "round-1", "revision-r1", "attempt-2"), artifact.aliases());
        assertEquals(REPORT, artifact.files.get("security_report.jsonl"));
        assertTrue(String.valueOf(artifact.files.get("cases.table.json")).contains("\"_type\":\"table\""));
        assertEquals(review.submissionId().toString(),
                ExtendedJson.read(artifact.input.path("metadata").asText()).path("submission_id").asText());
        assertEquals(1, wandb.storage().usedBy(runId).size());
        assertNothingLies();
    }

    @Test
    void theRunsPageShowsTheTable() {
        // When
        say(started(review), gateFailed(review, served(REPORT)));

        // Then
        eventually().until(() -> ExtendedJson.read(runOf(review).summary).has("security/cases"));
        JsonNode table = ExtendedJson.read(runOf(review).summary).path("security/cases");
        assertEquals("table-file", table.path("_type").asText());
        assertEquals(1, table.path("nrows").intValue());
        JsonNode file = ExtendedJson.read(wandb.storage().fileOf(runId, table.path("path").asText()).orElseThrow());
        assertEquals("leaked", file.path("data").path(0).path(5).asText());
        assertEquals("[canary]\ufffd", file.path("data").path(0).path(8).asText());
        assertTrue(wandb.seenOf(runId).stream().anyMatch(
                request -> request.body().path("uploaded").path(0).asText().equals(table.path("path").asText())));

        // And a line that comes later does not take it away.
        say(Samples.event(review, Stage.FUNCTIONAL, 1, 9, new Started()));
        eventually().until(() -> runOf(review).size() == 3);
        assertTrue(ExtendedJson.read(runOf(review).summary).has("security/cases"));
    }

    @Test
    void thePeopleWhoWatchAreToldOnce() {
        // When
        say(started(review), gateFailed(review, served(REPORT)));

        // Then
        logged(review, 2);
        eventually().until(() -> wandb.storage().alertsOf(runId).size() == 1);
        JsonNode alert = wandb.storage().alertsOf(runId).getFirst();
        assertEquals("security gate failed (1.2): trip-planner", alert.path("title").asText());
        assertEquals("ERROR", alert.path("severity").asText());
        assertEquals(600_000, alert.path("waitDuration").intValue());
        TestKeys.as(TestKeys.OPERATOR).get("/telemetry/runs/" + review.submissionId()).then().statusCode(200)
                .body("uploads.type", hasItems("dataset", "security", "alert"))
                .body("uploads.state", equalTo(List.of("logged", "logged", "logged")));
    }

    @Test
    void aSuiteIsUploadedOnceAndUsedByEveryRun() {
        // Given
        ReviewRef second = Samples.review();
        say(started(review), gateFailed(review, served(REPORT)));
        ArtifactLogged first = logged(review, 2).getFirst();

        // When
        services.serve("/artifacts/" + Artifacts.digest(bytes(CASES)), "no longer needed");
        say(started(second), gateFailed(second, served(REPORT)));

        // Then
        assertEquals(first, logged(second, 2).getFirst());
        assertEquals(wandb.storage().usedBy(runId), wandb.storage().usedBy(second.wandbRun().runId()));
    }

    @Test
    void whatIsNotWhatItsDigestSaysIsNeverUploaded() {
        // Given
        ArtifactRef report = served(REPORT);
        services.serve("/artifacts/" + report.digest(), "something else");

        // When
        say(started(review), judged(report), ended());

        // Then
        assertEquals("what is served is not what the digest names", notLogged(review).reason());
        eventually().until(() -> runOf(review).complete);
        assertTrue(wandb.storage().version(runId, "judge").isEmpty());
    }

    @Test
    void anAddressThatIsNotOursIsNeverAsked() {
        try (OurServicesDouble stranger = new OurServicesDouble(0)) {
            // Given
            stranger.serve("/artifacts/" + Artifacts.digest(bytes(REPORT)), REPORT);

            // When
            say(started(review), judged(Evident.file("judge_report.jsonl", REPORT, stranger.url())));

            // Then
            assertEquals("the address of judge_report.jsonl is not one of our services'", notLogged(review).reason());
            assertEquals(List.of(), stranger.asked());
        }
    }

    @Test
    void whatIsGoneIsRefusedAndTheRunComesToItsEnd() {
        // When
        say(started(review), judged(Evident.file("judge_report.jsonl", "gone", services.url())), ended());

        // Then
        assertEquals(new ArtifactNotLogged("trip-planner-judge", "judge", "the service that made it has it no longer"),
                notLogged(review));
        eventually().until(() -> runOf(review).complete);
    }

    @Test
    void whatWandbDoesNotWantDoesNotHoldTheRun() {
        // Given
        wandb.storage().unwanted = "judge";

        // When
        say(started(review), judged(served(REPORT)), ended());

        // Then
        assertEquals("W&B refuses: this server wants no such artifact", notLogged(review).reason());
        eventually().until(() -> runOf(review).complete);
    }

    @Test
    void whatCannotBeFetchedForTooLongIsGivenUp() {
        // Given
        services.answer(503);

        // When
        say(started(review), judged(served(REPORT)), ended());

        // Then
        String reason = notLogged(review).reason();
        assertTrue(reason.startsWith("given up after") && reason.endsWith("the service that has it answered 503"), reason);
        eventually().until(() -> runOf(review).complete);
    }

    @Test
    void theLedgerIsLoggedOnceItHoldsTheEnd() {
        // Given
        StageEvent end = ended();
        services.serve("/review/ledger/" + review.submissionId() + "/export",
                "{\"entries\":[{\"entry\":\"{\\\"eventId\\\":\\\"" + end.id() + "\\\"}\"}]}");

        // When
        say(started(review), end);

        // Then
        assertEquals("trip-planner-ledger", logged(review, 1).getFirst().name());
        eventually().until(() -> runOf(review).complete);
        assertTrue(wandb.storage().version(runId, "ledger").orElseThrow().files.containsKey("ledger.json"));
    }

    private void say(StageEvent... events) {
        for (StageEvent event : events) {
            bus.send(event);
        }
    }

    private static StageEvent started(ReviewRef review) {
        return Samples.event(review, Stage.SECURITY, 2, 2, new Started());
    }

    private StageEvent gateFailed(ReviewRef of, ArtifactRef report) {
        services.serve("/artifacts/" + Artifacts.digest(bytes(CASES)), CASES);
        JsonNode summary = ExtendedJson.node(Map.of("suites", List.of(Map.of("name", "core-" + review.submissionId(),
                "version", "1.0.0", "digest", Artifacts.digest(bytes(CASES))))));
        return Evident.event(of, Stage.SECURITY, new Failed("gate_failed", List.of("leaked"), false, summary, Map.of()),
                report);
    }

    private StageEvent judged(ArtifactRef report) {
        return Evident.passed(review, Stage.JUDGE, ExtendedJson.node(Map.of("verdict", "approve")), report);
    }

    private StageEvent ended() {
        return Samples.event(review, Stage.PUBLISH, 1, 20, new Published(URI.create("http://c"), 82.5, "approved"));
    }

    private ArtifactRef served(String report) {
        ArtifactRef file = Evident.file("security_report.jsonl", report, services.url());
        services.serve("/artifacts/" + file.digest(), report);
        return file;
    }

    private List<ArtifactLogged> logged(ReviewRef of, int count) {
        eventually().until(() -> all(of, ArtifactLogged.class).size() >= count);
        List<ArtifactLogged> logged = all(of, ArtifactLogged.class);
        assertEquals(count, logged.size());
        return logged;
    }

    private ArtifactNotLogged notLogged(ReviewRef of) {
        eventually().until(() -> !all(of, ArtifactNotLogged.class).isEmpty());
        return all(of, ArtifactNotLogged.class).getFirst();
    }

    private <T> List<T> all(ReviewRef of, Class<T> kind) {
        return bus.eventsOf(of.submissionId()).stream().map(StageEvent::body).filter(kind::isInstance).map(kind::cast).toList();
    }

    private void assertNothingLies() throws IOException {
        try (Stream<Path> tree = Files.walk(desk)) {
            assertFalse(tree.anyMatch(path -> path.getFileName().toString().startsWith("file-")));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
