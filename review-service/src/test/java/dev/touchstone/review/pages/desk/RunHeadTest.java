package dev.touchstone.review.pages.desk;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.RecordStatement.ArtifactLogged;
import dev.touchstone.events.RecordStatement.ArtifactNotLogged;
import dev.touchstone.events.RecordStatement.RunAliased;
import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.RecordStatement.RunStateCause;
import dev.touchstone.events.RecordStatement.RunStopped;
import dev.touchstone.events.Stage;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class RunHeadTest {

    private static final String HOSTILE = "<script>alert(1)</script>\"'&\u202Edecorppa\u0000\u200B";

    @Inject
    Talk talk;

    private final Reviews review = new Reviews();

    @Test
    void theRunIsOneClickAway() {
        // Given
        talk.tell(review.requested(Stage.PRECHECK, 1));
        // When
        ValidatableResponse page = page("/submissions/" + review.id());
        // Then
        page.body(containsString("href=\"" + review.review().wandbRun().url() + "\""), containsString("not heard of yet"));
    }

    @ParameterizedTest
    @CsvSource({ "en, W&amp;B asks for a pause, stopped at W&amp;B, not at W&amp;B",
            "ja, W&amp;B から待機を求められています, W&amp;B で停止済み, W&amp;B になし" })
    void theRunIsShownAsItStands(String language, String cause, String stopped, String missing) {
        // Given
        String alias = review.review().wandbRun().runId() + "-2";
        talk.tell(review.requested(Stage.PRECHECK, 1).recorded(new RunAliased(alias, "a deleted run had the id"))
                .run(RunState.CATCHING_UP, RunStateCause.RATE_LIMITED, "asked to wait").recorded(new RunStopped())
                .recorded(new ArtifactNotLogged("jurors", "judge", "a file is gone")));
        // When
        String html = as(TestKeys.REVIEWER).accept("text/html").cookie("lang", language).get("/submissions/" + review.id())
                .then().statusCode(200).extract().asString();
        // Then
        String run = review.review().withAlias(alias).wandbRun().url().toString();
        for (String part : List.of(cause, stopped, missing, "a file is gone", "href=\"" + run + "\"",
                "href=\"" + run + "/artifacts\"", "/workspace\"")) {
            assertEquals(true, html.contains(part), part + " is not in " + html);
        }
        assertEquals(false, html.contains("/offline-archive"));
    }

    @Test
    void whatTelemetryPassesOnIsShownAndNeverObeyed() {
        // Given
        talk.tell(review.requested(Stage.PRECHECK, 1).run(RunState.OFFLINE, HOSTILE)
                .recorded(new ArtifactNotLogged(HOSTILE, HOSTILE, HOSTILE))
                .recorded(new ArtifactLogged(HOSTILE, HOSTILE, "64e7c61456b10382e2f3b571ac24b659", HOSTILE, List.of())));
        // When
        String html = page("/submissions/" + review.id()).statusCode(200).extract().asString();
        // Then
        assertEquals(-1, html.indexOf("<script>alert"), html);
        assertEquals(-1, html.indexOf('\u202E'), html);
        assertEquals(true, count(html, "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;⟦U+202E⟧") > 2, html);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static ValidatableResponse page(String path) {
        return as(TestKeys.REVIEWER).accept("text/html").get(path).then();
    }
}
