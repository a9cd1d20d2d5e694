package dev.touchstone.review.ledger;

import static dev.touchstone.review.KnownKeys.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.Stage;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import dev.touchstone.review.artifacts.ServicesConfig;
import dev.touchstone.review.artifacts.TelemetryDouble;
import dev.touchstone.review.ledger.check.Entry;
import dev.touchstone.review.ledger.compare.Leaf;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TelemetryDouble.class, scope = TestResourceScope.GLOBAL)
class ComparisonResourceTest {

    @Inject
    Talk talk;

    @Inject
    Ledger ledger;

    @Inject
    ServicesConfig services;

    private final Reviews review = new Reviews();

    private ValidatableResponse compare(String key) {
        return as(key).get("/review/ledger/" + review.id() + "/comparison").then();
    }

    /** What telemetry-service is to answer: by default what a run says that was written as it should be. */
    private ObjectNode telling(String source) {
        return telling(source, 0);
    }

    /** @param waiting how many rows, the last ones, were not sent yet */
    private ObjectNode telling(String source, int waiting) {
        ObjectNode answer = EventJson.mapper().createObjectNode().put("source", source);
        answer.putObject("wandbRun").put("runId", review.review().wandbRun().runId()).put("alias", "night-run_7-2");
        ArrayNode rows = answer.putArray("rows");
        ArrayNode events = answer.putArray("events");
        List<Entry> entries = Blocking.inTransaction(() -> ledger.of(review.id()));
        for (Leaf leaf : entries.stream().map(Leaf::of).toList()) {
            rows.addObject().put("step", rows.size()).put("index", leaf.index()).put("leafHash", leaf.leafHash())
                    .put("eventId", leaf.eventId()).put("sent", rows.size() <= entries.size() - waiting);
            events.add(leaf.eventId());
        }
        return answer;
    }

    private void telemetryTells(Object answer) {
        given().body(answer.toString()).put(services.telemetryUrl() + "telemetry/runs/" + review.id() + "/ledger-rows").then()
                .statusCode(204);
    }

    @Test
    void bothSidesSayTheSame() {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1).passed(Stage.SECURITY, 1, 1));
        // When
        telemetryTells(telling("wandb"));
        // Then
        compare(TestKeys.SUBMITTER).statusCode(200).body("equal", equalTo(true)).body("entries", equalTo(2))
                .body("rows.count", equalTo(2)).body("rows.source", equalTo("wandb")).body("rows.waiting", equalTo(0))
                .body("rows.reason", nullValue()).body("differences", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({ "recorded, 0", "wandb, 1", "recorded, 2" })
    void whatWasNotReadBackIsNotKnownToBeEqual(String source, int waiting) {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1).passed(Stage.SECURITY, 1, 1));
        // When
        telemetryTells(telling(source, waiting));
        // Then
        compare(TestKeys.AUDITOR).statusCode(200).body("$", hasKey("equal")).body("equal", nullValue())
                .body("rows.waiting", equalTo(waiting)).body("differences", hasSize(0));
    }

    @Test
    void everyDifferenceIsNamed() {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1).passed(Stage.SECURITY, 1, 1));
        ObjectNode told = telling("recorded").put("reason", "W&B does not answer");
        // When
        ((ObjectNode) told.path("rows").path(0)).put("leafHash", "ab".repeat(32));
        ((ArrayNode) told.path("rows")).remove(1);
        ((ArrayNode) told.path("events")).remove(1);
        telemetryTells(told);
        // Then
        compare(TestKeys.AUDITOR).statusCode(200).body("equal", equalTo(false))
                .body("rows.source", equalTo("recorded")).body("rows.reason", equalTo("W&B does not answer"))
                .body("differences.code", equalTo(List.of("other-leaf-hash", "entry-without-row", "event-without-row")));
    }

    @Test
    void whoCannotBeAskedIsNotTakenForSilence() {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1));
        // When, then
        compare(TestKeys.AUDITOR).statusCode(404).body("type", equalTo("urn:touchstone:problem:no-run"));
        telemetryTells("no JSON");
        compare(TestKeys.AUDITOR).statusCode(503).body("type", equalTo("urn:touchstone:problem:telemetry-away"));
        compare(TestKeys.RIVAL).statusCode(404).body("type", equalTo("urn:touchstone:problem:unknown-submission"));
    }
}
