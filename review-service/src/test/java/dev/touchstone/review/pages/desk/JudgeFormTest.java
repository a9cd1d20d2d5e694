package dev.touchstone.review.pages.desk;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.util.Map;
import java.util.Objects;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    private final Clerk rei = new Clerk(TestKeys.REVIEWER, review.id());

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
        settle(Map.of("stage", "judge", "reason", "another one", "enabled", "true", "provider", "openai-compatible", "model",
                "judge-large", "temperature", "0.5", "maxOutputTokens", "2048", "baseUrl", "http://llm.example/v1", "dryRun",
                "false")).statusCode(303);
        // Then
        assertEquals(new LlmSettings(true, "openai-compatible", "judge-large", 0.5, 2048, URI.create("http://llm.example/v1"),
                false),
                assertInstanceOf(RetryRequested.class, talk.answer(review.id(), "retry_requested").body()).llmOverride());
    }

    @Test
    void aSuggestionIsAskedForWithOneChoice() {
        // Given
        talk.tell(review.suggesting(new LlmSettings(null, "anthropic", "judge-<b>", 0.2, null, null, null)).judgedManual());
        String page = page().extract().asString();
        // When
        settle(Map.of("stage", "judge", "reason", "as they wish", "preset",
                "{\"provider\":\"anthropic\",\"model\":\"judge-large\",\"temperature\":0.2}")).statusCode(303);
        // Then
        assertEquals(true, page.contains("Suggested with the submission</b> anthropic · judge-&lt;b&gt; · temperature 0.2"),
                page);
        assertEquals(true, page.contains("The operator&#39;s</b> openai-compatible · judge-small"), page);
        assertEquals(new LlmSettings(null, "anthropic", "judge-large", 0.2, null, null, null),
                assertInstanceOf(RetryRequested.class, talk.answer(review.id(), "retry_requested").body()).llmOverride());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "own | | must ask for something", "{\"key\":\"s3cret\"} | | is not taken",
            "no json | | must be an object", "{\"model\":\"judge-large\"} | judge-small | not both" })
    void aChoiceThatIsNoneIsRefused(String preset, @Nullable String model, String why) {
        // Given
        talk.tell(review.judgedManual());
        // When
        ValidatableResponse answer = send(Map.of("stage", "judge", "reason", "again", "preset", preset, "model",
                Objects.requireNonNullElse(model, "")));
        // Then
        answer.statusCode(422).body(containsString(why), not(containsString("s3cret")));
    }

    @Test
    void whatWasAskedForStandsBesideWhatJudged() {
        // Given
        talk.tell(review.judgedManual());
        settle(Map.of("stage", "judge", "reason", "another one", "model", "judge-large")).statusCode(303);
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
        return rei.fill("retry", fields);
    }

    private ValidatableResponse settle(Map<String, String> fields) {
        return rei.settle("retry", fields);
    }
}
