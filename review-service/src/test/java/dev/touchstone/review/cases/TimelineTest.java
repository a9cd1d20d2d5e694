package dev.touchstone.review.cases;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.Topics;
import dev.touchstone.events.UnknownBody;
import dev.touchstone.events.codec.StageEventCodec;
import dev.touchstone.events.testing.EventBus;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class TimelineTest {

    @Inject
    Talk talk;

    @Inject
    EventBus bus;

    private final Reviews review = new Reviews();

    @Test
    void everyEventIsThereInCausalOrderWhateverTheOrderOfArrival() {
        // Given
        review.passed(Stage.PRECHECK, 1, 1).passed(Stage.SECURITY, 1, 0.9);
        List<StageEvent> backwards = review.told().reversed();
        // When
        backwards.forEach(talk::tell);
        // Then
        as(TestKeys.REVIEWER).get("/review/events/" + review.id()).then().statusCode(200)
                .body("events.findAll { it.event != 'ledger_appended' }.sequence", equalTo(List.of(1, 2, 3, 4, 5, 6)));
        as(TestKeys.REVIEWER).get("/review/progress/" + review.id()).then()
                .body("stages.find { it.stage == 'security' }.status", equalTo("completed"))
                .body("stages.find { it.stage == 'judge' }.status", equalTo("pending"));
    }

    @Test
    void aKindOfANewerVersionIsKeptAsItCame() {
        // Given
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("mood", "hopeful");
        StageEvent event = review.tell(Stage.JUDGE, 1, new UnknownBody("pondered", data)).last();
        ObjectNode newer = StageEventCodec.toJson(event).put("notInThisVersion", true);
        // When
        bus.sendRaw(Topics.of(Stage.JUDGE), review.id().toString(), newer.toString().getBytes(StandardCharsets.UTF_8));
        talk.answer(review.id(), "pondered");
        // Then
        as(TestKeys.REVIEWER).get("/review/events/" + review.id()).then().body("events[0].event", equalTo("pondered"))
                .body("events[0].data.mood", equalTo("hopeful")).body("events[0].notInThisVersion", equalTo(true));
    }

    @Test
    void theEventsAreFilteredByStageAndSeverity() {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1).requested(Stage.SECURITY, 1).gateFailed(Stage.SECURITY, 1));
        // When
        var errors = as(TestKeys.REVIEWER).queryParam("stage", "security").queryParam("severity", "error")
                .get("/review/events/" + review.id()).then();
        // Then
        errors.body("events", hasSize(1)).body("events[0].event", equalTo("failed"));
        as(TestKeys.REVIEWER).queryParam("stage", "lunch").get("/review/events/" + review.id()).then().statusCode(422);
    }

    @Test
    void whatAwaitsADecisionIsFirstInTheQueue() {
        // Given
        Reviews running = new Reviews().passed(Stage.PRECHECK, 1, 1);
        talk.tell(review.asked(1, Stage.JUDGE, "the jury left it open"));
        talk.tell(running);
        // When
        var queue = as(TestKeys.REVIEWER).queryParam("limit", 500).get("/review/queue").then();
        // Then
        queue.statusCode(200).body("cases[0].state", equalTo("awaiting_decision"))
                .body("cases.submissionId", hasItem(running.id().toString()));
        List<String> found = as(TestKeys.REVIEWER).queryParam("q", review.id().toString()).get("/review/queue").then().extract()
                .path("cases.submissionId");
        assertEquals(List.of(review.id().toString()), found);
        as(TestKeys.REVIEWER).queryParam("q", "%").get("/review/queue").then().body("cases", hasSize(0));
    }

    @Test
    void theStateOfTheRunComesFromTelemetry() {
        // Given
        talk.tell(review.requested(Stage.PRECHECK, 1));
        as(TestKeys.REVIEWER).get("/review/progress/" + review.id()).then().body("wandbRun.state", equalTo("unknown"));
        // When
        talk.tell(review.run(RunState.OFFLINE, "no API key").last());
        // Then
        as(TestKeys.REVIEWER).get("/review/progress/" + review.id()).then().body("wandbRun.state", equalTo("offline"))
                .body("wandbRun.reason", equalTo("no API key"));
    }

    @Test
    void anUnknownSubmissionIsAProblem() {
        as(TestKeys.REVIEWER).get("/review/progress/" + UUID.randomUUID()).then().statusCode(404)
                .contentType("application/problem+json").body("type", equalTo("urn:touchstone:problem:unknown-submission"));
        as(TestKeys.REVIEWER).get("/review/events/" + UUID.randomUUID()).then().statusCode(404);
        as(TestKeys.REVIEWER).get("/review/ledger/" + UUID.randomUUID()).then().statusCode(404);
        as(TestKeys.REVIEWER).get("/review/no-such-thing").then().statusCode(404).contentType("application/problem+json");
    }
}
