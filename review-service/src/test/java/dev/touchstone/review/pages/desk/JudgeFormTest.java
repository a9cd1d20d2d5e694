package dev.touchstone.review.pages.desk;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.LlmOverrideApplied;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.JudgeDouble;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = JudgeDouble.class, scope = TestResourceScope.GLOBAL)
class JudgeFormTest {

    private static final String KEY = "sk-proj-abcdefghijklmnopqrstuvwxyz";

    @Inject
    Talk talk;

    private final Reviews review = new Reviews();

    @Test
    void whatTheOperatorAllowsIsSuggested() {
        // Given
        talk.tell(review.judgedManual());
        // When
        ValidatableResponse page = page();
        // Then
        page.body(allOf(containsString("first: openai-compatible · judge-small · http://llm.example/v1"),
                containsString("<option value=\"judge-large&lt;script&gt;\">"),
                containsString("The operator allows the suggested models only."), not(containsString("large<script>"))));
    }

    @Test
    void eachFaultStandsBesideItsFieldAndNoRefusedValueComesBack() {
        // Given
        talk.tell(review.judgedManual());
        // When
        ValidatableResponse answer = send(Map.of("stage", "judge", "reason", "warmer", "model", KEY, "temperature", "0.5",
                "maxOutputTokens", "9000", "baseUrl", "https://u:" + KEY + "@llm.example/v1"));
        // Then
        answer.statusCode(422).body(allOf(containsString("id=\"tokens-fault\">must be an integer from 1 to 8192"),
                containsString("id=\"model-fault\">looks like a key"),
                containsString("id=\"address-fault\">must be an absolute"),
                containsString("name=\"temperature\" value=\"0.5\""), containsString(">warmer</textarea>"),
                not(containsString(KEY))));
    }

    @Test
    void allFieldsOfTheFormAreAskedFor() {
        // Given
        talk.tell(review.judgedManual());
        // When
        send(Map.of("stage", "judge", "reason", "another one", "enabled", "true", "provider", "openai-compatible", "model",
                "judge-large", "temperature", "0.5", "maxOutputTokens", "2048", "baseUrl", "http://llm.example/v1", "dryRun",
                "false")).statusCode(303);
        // Then
        assertEquals(new LlmSettings(true, "openai-compatible", "judge-large", 0.5, 2048, URI.create("http://llm.example/v1"),
                false),
                assertInstanceOf(RetryRequested.class, talk.answer(review.id(), "retry_requested").body()).llmOverride());
    }

    @Test
    void whatWasAskedForStandsBesideWhatJudged() {
        // Given
        talk.tell(review.judgedManual());
        send(Map.of("stage", "judge", "reason", "another one", "model", "judge-large")).statusCode(303);
        talk.answer(review.id(), "retry_requested");
        talk.tell(review.tell(Stage.JUDGE, 2, new LlmOverrideApplied(new LlmSettings(true, "openai-compatible", "judge-large",
                0.0, 1024, null, false))).last());
        // When, then
        page("/judge").body(allOf(containsString("not judged yet"), containsString("another one"), containsString("62.5")));
    }

    private ValidatableResponse page() {
        return page("");
    }

    private ValidatableResponse page(String tab) {
        return as(TestKeys.REVIEWER).accept("text/html").get("/submissions/" + review.id() + tab).then().statusCode(200);
    }

    private ValidatableResponse send(Map<String, String> fields) {
        return as(TestKeys.REVIEWER).accept("text/html").redirects().follow(false).header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded").formParams(fields)
                .post("/submissions/" + review.id() + "/retry").then();
    }
}
