package dev.touchstone.review.artifacts;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.WandbRun;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import dev.touchstone.review.artifacts.TelemetryDouble.Kept;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TelemetryDouble.class, scope = TestResourceScope.GLOBAL)
class OfflineArchiveTest {

    private static final String RUN = "night-run_7";

    @Inject
    Talk talk;

    @Test
    void aDirectoryOfAnySizeIsHandedOnAsADownload() throws IOException {
        // Given
        UUID submission = submitted(Kept.ARCHIVE);
        // When
        var answer = as(TestKeys.REVIEWER).get(path(submission));
        // Then
        answer.then().statusCode(200).contentType("application/zip")
                .header("Content-Disposition", "attachment; filename=\"wandb-" + RUN + ".zip\"")
                .header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff");
        try (InputStream content = answer.asInputStream()) {
            for (int block = 0; block < TelemetryDouble.BLOCKS; block++) {
                assertArrayEquals(TelemetryDouble.block(block), content.readNBytes(TelemetryDouble.BLOCK), "block " + block);
            }
            assertEquals(-1, content.read());
        }
    }

    @Test
    void whereThereIsNoneIsSaidSo() {
        // Given
        UUID submission = submitted(Kept.NOTHING);
        // When
        var answer = as(TestKeys.REVIEWER).get(path(submission)).then();
        // Then
        answer.statusCode(404).contentType("application/problem+json")
                .body("type", equalTo("urn:touchstone:problem:no-offline-archive"));
    }

    @Test
    void whileTelemetryIsAwayItIsNotSaidThatThereIsNone() {
        // Given
        UUID submission = submitted(Kept.OUT_OF_ORDER);
        // When
        var answer = as(TestKeys.REVIEWER).get(path(submission)).then();
        // Then
        answer.statusCode(503).contentType("application/problem+json")
                .body("type", equalTo("urn:touchstone:problem:telemetry-away"));
        as(TestKeys.REVIEWER).accept("text/html,*/*;q=0.8").get(path(submission)).then().statusCode(503)
                .contentType("text/html");
    }

    @Test
    void aTransferThatBreaksOffDoesNotLookWhole() {
        // Given
        UUID submission = submitted(Kept.BREAKS_OFF);
        // When, then
        assertThrows(IOException.class, () -> as(TestKeys.REVIEWER).get(path(submission)).asByteArray());
    }

    @Test
    void itIsForThoseWhoMaySeeTheReview() {
        // Given
        UUID submission = submitted(Kept.ARCHIVE);
        // When
        var rival = as(TestKeys.RIVAL).get(path(submission)).then();
        // Then
        rival.statusCode(404).body("type", equalTo("urn:touchstone:problem:unknown-submission"));
        as(TestKeys.SUBMITTER).get(path(submission)).then().statusCode(200);
    }

    @Test
    void thePageAndTheRunLeadToIt() {
        // When
        UUID submission = submitted(Kept.ARCHIVE);
        // Then
        as(TestKeys.REVIEWER).accept("text/html").get("/submissions/" + submission).then()
                .body(containsString("href=\"" + path(submission) + "\""));
        as(TestKeys.REVIEWER).get("/review/runs/" + submission).then().body("links.offlineArchive",
                equalTo(path(submission)));
    }

    private UUID submitted(Kept kept) {
        ReviewRef any = Samples.review();
        UUID submission = kept.anId();
        WandbRun run = new WandbRun("acme", "reviews", RUN, any.wandbRun().baseUrl());
        talk.tell(new Reviews(new ReviewRef(submission, any.workflowRunId(), any.agentId(), any.revision(), run))
                .requested(Stage.PRECHECK, 1).run(RunState.OFFLINE, "there is no key"));
        return submission;
    }

    private static String path(UUID submission) {
        return "/review/runs/" + submission + "/offline-archive";
    }
}
