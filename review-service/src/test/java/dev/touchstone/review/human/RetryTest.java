package dev.touchstone.review.human;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.OwnerStatement.Superseded;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class RetryTest {

    @Inject
    Talk talk;

    private final Reviews review = new Reviews();

    @Test
    void aStageThatHasRunIsAskedForAgain() {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1).requested(Stage.SECURITY, 2).gateFailed(Stage.SECURITY, 2));
        // When
        retry("security", Map.of("model", "m-1", "temperature", 0.2)).statusCode(202).body("attempt", equalTo(2));
        // Then
        StageEvent told = talk.answer(review.id(), "retry_requested");
        RetryRequested body = assertInstanceOf(RetryRequested.class, told.body());
        assertEquals("the endpoint was down", body.reason());
        assertEquals(Stage.SECURITY, told.stage());
        assertEquals(2, told.attempt());
        assertEquals("Rei Reviewer", told.origin().actor().name());
        as(TestKeys.REVIEWER).get("/review/progress/" + review.id()).then()
                .body("stages.find { it.stage == 'security' }.status", equalTo("superseded"));
    }

    @Test
    void anAttemptIsGivenUpOnce() {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1));
        retry("precheck").statusCode(202);
        // When
        ValidatableResponse second = retry("precheck");
        // Then
        second.statusCode(409).body("type", equalTo("urn:touchstone:problem:retry-already-asked"))
                .body("requestedBy", equalTo("Rei Reviewer"));
    }

    @Test
    void aStageThatHasNotRunCannotRunAgain() {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1));
        // When
        ValidatableResponse answer = retry("judge");
        // Then
        answer.statusCode(409).body("type", equalTo("urn:touchstone:problem:stage-has-not-run"));
    }

    @Test
    void anEndedReviewIsNotRunAgain() {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1).published());
        // When
        ValidatableResponse answer = retry("precheck");
        // Then
        answer.statusCode(409).body("type", equalTo("urn:touchstone:problem:review-ended"));
    }

    @Test
    void aRetryThatRacedTheEndIsToldAsRefused() {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1).tell(Stage.PRECHECK, 1, new RetryRequested("again", null)).published());
        // When
        talk.tell(review.tell(Stage.PRECHECK, 1, new Superseded("retry_requested", "The review had ended")).last());
        // Then
        as(TestKeys.REVIEWER).get("/review/progress/" + review.id()).then().body("state", equalTo("published"))
                .body("stages.find { it.stage == 'precheck' }.status", equalTo("completed"));
        as(TestKeys.REVIEWER).accept("text/html").get("/submissions/" + review.id() + "/timeline").then()
                .body(containsString("retry_requested: The review had ended"), containsString("again"));
        as(TestKeys.REVIEWER).get("/review/ledger/" + review.id()).then().body(containsString("lateEvent"));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        as(TestKeys.REVIEWER).contentType("application/json")
                .body(Map.of("submissionId", review.id(), "stage", "lunch", "requestedBy", "Ada", "llmOverride",
                        Map.of("temperature", 3, "maxOutputTokens", 0, "baseUrl", "javascript:alert(1)", "enabled", "yes",
                                "top_p", 1)))
                .post("/review/retry").then().statusCode(422)
                .body("violations.pointer", hasItems("/stage", "/reason", "/requestedBy", "/llmOverride/temperature",
                        "/llmOverride/maxOutputTokens", "/llmOverride/baseUrl", "/llmOverride/enabled", "/llmOverride/top_p"));
    }

    @Test
    void anotherLlmIsRefusedWhereItCouldNotJudgeAndAKeyIsNeverRepeated() {
        // Given
        String key = "sk-proj-abcdefghijklmnopqrstuvwxyz";
        Map<String, Object> llm = Map.of("apiKey", key, "model", key, "baseUrl", "https://u:" + key + "@llm.example/v1");
        // When
        ValidatableResponse answer = retry("human", llm);
        // Then
        answer.statusCode(422).body("violations.pointer", hasItems("/llmOverride", "/llmOverride/apiKey",
                "/llmOverride/model", "/llmOverride/baseUrl")).body(not(containsString(key)));
        retry("judge", Map.of()).statusCode(422).body("violations.pointer", hasItems("/llmOverride"));
    }

    private ValidatableResponse retry(String stage) {
        return ask(Map.of("submissionId", review.id(), "stage", stage, "reason", "the endpoint was down"));
    }

    private ValidatableResponse retry(String stage, Map<String, Object> llm) {
        return ask(Map.of("submissionId", review.id(), "stage", stage, "reason", "the endpoint was down",
                "llmOverride", llm));
    }

    private static ValidatableResponse ask(Map<String, Object> request) {
        return as(TestKeys.REVIEWER).contentType("application/json").body(request).post("/review/retry").then();
    }
}
