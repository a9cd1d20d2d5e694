package dev.touchstone.review.pages.desk;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.OwnerStatement.Cancelled;
import dev.touchstone.events.OwnerStatement.RequiresHumanReview;
import dev.touchstone.events.OwnerStatement.Stalled;
import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.Stage;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class StatesTest {

    @Inject
    Talk talk;

    private final Reviews review = new Reviews();

    @ParameterizedTest
    @ValueSource(strings = { "en", "ja" })
    void eachReasonIsSaidOnce(String language) {
        // Given
        String leak = "A secret was disclosed.";
        String veto = "安全性に重大な問題があります。";
        talk.tell(review.requested(Stage.JUDGE, 1)
                .tell(Stage.JUDGE, 1,
                        new TrustScoreCalculated(60.0, List.of(), List.of("They make 60.", leak, veto), "policy-1"))
                .tell(Stage.JUDGE, 1, new RequiresHumanReview(leak + " " + veto)));
        String unasked = overview(language);
        // When
        talk.tell(review.asked(1, Stage.JUDGE, leak + " " + veto).last());
        String asked = overview(language);
        // Then
        for (String html : List.of(unasked, asked)) {
            assertEquals(1, count(html, leak), html);
            assertEquals(1, count(html, veto), html);
            assertEquals(1, count(html, "policy-1"), html);
            assertEquals(1, count(html, "They make 60."), html);
            assertEquals(false, html.contains("What the policy says") || html.contains("ポリシーの判定"), html);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "en | too little to rely on | The 3 jurors are worth 1.4 who | 2.5 of 100 points higher when the answer comes last"
                    + " | 7.5 % of the samples | confounded",
            "ja | 信頼には足りません | 独立に判断する 1.4 人分 | 回答を後に示すと | サンプルの 7.5 % | 交絡あり" })
    void howFarTheJuryCanBeTrustedIsToldInWords(String language, String agreement, String worth, String order, String served,
            String confounded) {
        // Given
        talk.tell(review.judgedManual(Map.of("score", 0.625, "alpha", 0.41, "alpha_low", -0.1, "alpha_high", 0.8,
                "effective_jurors", 1.4, "position_bias", -2.5, "fallback_share", 0.075, "confounded", 1.0)));
        // When
        String html = as(TestKeys.REVIEWER).accept("text/html").cookie("lang", language).get("/submissions/" + review.id())
                .then().statusCode(200).extract().asString();
        // Then
        for (String part : List.of(agreement, worth, order, served, confounded, "α 0.41", "-0.1", "0.8")) {
            assertEquals(true, html.contains(part), part + " is not in " + html);
        }
    }

    @Test
    void whatWasNotMeasuredOfTheJuryIsNotShownAsZero() {
        // Given
        Map<String, @Nullable Double> metrics = new HashMap<>();
        List.of("alpha", "alpha_low", "alpha_high", "effective_jurors", "position_bias", "fallback_share", "confounded")
                .forEach(metric -> metrics.put(metric, null));
        talk.tell(review.judgedManual(metrics));
        // When
        String html = page("/submissions/" + review.id()).extract().asString();
        // Then
        String jury = html.substring(html.indexOf("How far the jury"), html.indexOf("</dl>", html.indexOf("How far the jury")));
        assertEquals(4, jury.split("not measured", -1).length - 1, jury);
        assertEquals(false, jury.contains("confounded") || jury.contains("0"), jury);
    }

    @ParameterizedTest
    @CsvSource({ "en, Cancelled, stopped", "ja, 取り下げ, 中止" })
    void aCancelledReviewHasEndedAndSaysWhy(String language, String state, String stopped) {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1).requested(Stage.SECURITY, 1).tell(Stage.SECURITY, 1,
                new Cancelled("the wrong <revision>")));
        // When
        String page = overview(language);
        String queue = as(TestKeys.SUBMITTER).accept("text/html").cookie("lang", language).get("/?q=" + review.id()).asString();
        // Then
        assertEquals(true, page.contains("chip cancelled\">" + state) && page.contains("the wrong &lt;revision&gt;"), page);
        assertEquals(true, page.contains("step cancelled") && page.contains(stopped), page);
        assertEquals(true, queue.contains("chip cancelled\">" + state) && queue.contains("the wrong &lt;revision&gt;"), queue);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "en | stalled | since 1 Nov 2026, 12:00", "ja | 停滞中 | 2026年11月1日 12:00 から" })
    void aStalledStageSaysSinceWhen(String language, String stalled, String since) {
        // Given
        talk.tell(review.requested(Stage.SECURITY, 1).tell(Stage.SECURITY, 1, new Stalled(Samples.NOON)));
        // When
        String page = overview(language);
        // Then
        assertEquals(true, page.contains(stalled) && page.contains(since), page);
        as(TestKeys.REVIEWER).get("/review/progress/" + review.id()).then()
                .body("stages.find { it.stage == 'security' }.stalledSince", equalTo(Samples.NOON.toString()));
    }

    @Test
    void anEarlierRoundIsOneClickAway() {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1).tell(Stage.PRECHECK, 1, new Cancelled("the wrong revision")));
        Reviews second = review.again().requested(Stage.PRECHECK, 1).asked(1, Stage.JUDGE, "the jury left it open");
        talk.tell(second);
        String path = "/submissions/" + review.id();
        // When
        ValidatableResponse now = page(path);
        ValidatableResponse before = page(path + "?round=1");
        // Then
        now.body(containsString("href=\"" + path + "?round=1\""), containsString("A decision is needed"));
        before.statusCode(200).body(containsString("This is round 1 of 2"), containsString("the wrong revision"),
                not(containsString("A decision is needed")), not(containsString("/retry\"")),
                not(containsString("the jury left it open")));
        page(path + "?round=3").statusCode(404);
        as(TestKeys.REVIEWER).get("/review/progress/" + review.id()).then().body("round", equalTo(2))
                .body("workflowRunId", equalTo(second.review().workflowRunId().toString()))
                .body("rounds.state", equalTo(List.of("cancelled", "awaiting_decision")))
                .body("rounds[0].page", equalTo(path + "?round=1"));
    }

    private String overview(String language) {
        return as(TestKeys.REVIEWER).accept("text/html").cookie("lang", language).get("/submissions/" + review.id()).then()
                .statusCode(200).extract().asString();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static ValidatableResponse page(String path) {
        return as(TestKeys.REVIEWER).accept("text/html").get(path).then();
    }
}
