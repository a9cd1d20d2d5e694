package dev.touchstone.sandbox;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.testing.BusTest;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.events.testing.TestKeys;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** An attempt of the functional stage, judged again over HTTP with a real broker, database and model. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class ReplayTest extends BusTest {

    private static final String REPORT = "functional_report.jsonl";
    private static final String TRANSCRIPT = "functional_transcript.jsonl";

    @Inject
    Pool pool;

    @Inject
    Artifacts artifacts;

    private StageEvent request = Samples.requested(Samples.review(), Stage.FUNCTIONAL);
    private List<ArtifactRef> files = List.of();

    @BeforeEach
    void anAttemptHasEnded() {
        try (PromptAgent agent = new PromptAgent(prompt -> "The train from Tokyo to Kyoto is the Tokaido Shinkansen.")) {
            request = Samples.requested(Samples.review(), Stage.FUNCTIONAL, agent.target());
            bus.send(request);
            files = bus.await(request.submissionId(), event -> !event.evidence().artifacts().isEmpty()).evidence()
                    .artifacts();
        }
    }

    @Test
    void whoJudgesAgainGetsTheSameBytes() {
        // When
        ValidatableResponse replay = replay(request);
        // Then
        replay.statusCode(200).body("same", equalTo(true)).body("files.digest", equalTo(reports()));
    }

    @Test
    void whoTrustsNobodyJudgesTheFileAndComparesTheDigests() {
        // Given
        byte[] transcript = content(file(TRANSCRIPT));
        // When
        ValidatableResponse judged = TestKeys.as(TestKeys.AUDITOR).contentType("application/jsonl").body(transcript)
                .post("/replays").then();
        // Then
        judged.statusCode(200).body("files.digest", equalTo(reports()));
    }

    @Test
    void theFirstDifferenceIsNamed() {
        // Given
        String report = new String(content(file(REPORT)), StandardCharsets.UTF_8);
        String other = report.replaceFirst("\"verdict\":\"[a-z_]+\"", "\"verdict\":\"invented\"");
        ArtifactRef forged = Blocking.inTransaction(() -> artifacts.store(REPORT, "application/jsonl",
                other.getBytes(StandardCharsets.UTF_8)));
        pool.preparedQuery("update attempt set files = replace(files, $2, $3) where submission_id = $1")
                .execute(Tuple.of(request.submissionId(), file(REPORT).digest(), forged.digest())).await().indefinitely();
        // When
        ValidatableResponse replay = replay(request);
        // Then
        replay.statusCode(200).body("same", equalTo(false)).body("files", nullValue())
                .body("firstDifference.file", equalTo(REPORT)).body("firstDifference.line", equalTo(1))
                .body("firstDifference.pointer", equalTo("/verdict"))
                .body("firstDifference.stored", equalTo("\"invented\""));
    }

    @Test
    void attemptsAreFoundBySubmissionAndEachByItsName() {
        // When
        ValidatableResponse all = TestKeys.as(TestKeys.REVIEWER).queryParam("submissionId", request.submissionId())
                .get("/attempts").then();
        // Then
        all.statusCode(200).body("stage", contains("functional"))
                .body("[0].files.digest", equalTo(files.stream().map(ArtifactRef::digest).toList()));
        TestKeys.as(TestKeys.REVIEWER).get(path(request)).then().statusCode(200).body("attempt", equalTo(1))
                .body("round", equalTo(request.review().workflowRunId().toString()));
    }

    @Test
    void whatCannotBeJudgedAgainSaysWhy() {
        // Given
        StageEvent unasked = kept("[]");
        StageEvent gone = kept("""
                [{"name": "functional_transcript.jsonl", "mediaType": "application/jsonl", "size": 7,
                  "digest": "sha256:0000000000000000000000000000000000000000000000000000000000000000"}]""");
        // Then
        replay(unasked).statusCode(409).body("type", equalTo("urn:touchstone:problem:never-judged"));
        replay(gone).statusCode(410).body("type", equalTo("urn:touchstone:problem:transcript-gone"));
        replay(Samples.requested(Samples.review(), Stage.FUNCTIONAL)).statusCode(404)
                .body("type", equalTo("urn:touchstone:problem:unknown-attempt"));
        TestKeys.as(TestKeys.AUDITOR).body("{\"format\":\"touchstone-transcript/9\"}").post("/replays").then()
                .statusCode(422).body("type", equalTo("urn:touchstone:problem:not-a-transcript"));
    }

    @Test
    void whoMaySeeOneOrganisationOnlySeesNoAttempt() {
        TestKeys.as(TestKeys.SUBMITTER).queryParam("submissionId", request.submissionId()).get("/attempts").then()
                .statusCode(403);
    }

    private StageEvent kept(String filesOfIt) {
        StageEvent ended = Samples.requested(Samples.review(), Stage.FUNCTIONAL);
        pool.preparedQuery("insert into attempt values ($1, $2, 'functional', 1, $3, now())")
                .execute(Tuple.of(ended.submissionId(), ended.review().workflowRunId(), filesOfIt)).await().indefinitely();
        return ended;
    }

    private static ValidatableResponse replay(StageEvent attempt) {
        return TestKeys.as(TestKeys.AUDITOR).post(path(attempt) + "/replay").then();
    }

    private static String path(StageEvent attempt) {
        return "/attempts/" + attempt.submissionId() + "/" + attempt.review().workflowRunId() + "/functional/1";
    }

    private ArtifactRef file(String name) {
        return files.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private List<String> reports() {
        return files.stream().filter(each -> !each.name().equals(TRANSCRIPT)).map(ArtifactRef::digest).toList();
    }

    private static byte[] content(ArtifactRef file) {
        byte[] content = TestKeys.as(TestKeys.SERVICE).get("/artifacts/" + file.digest()).then().statusCode(200).extract()
                .asByteArray();
        assertEquals(file.digest(), Artifacts.digest(content));
        return content;
    }
}
