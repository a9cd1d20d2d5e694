package dev.touchstone.review.pages.desk;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import dev.touchstone.events.RecordStatement.ArtifactLogged;
import dev.touchstone.events.RecordStatement.ArtifactNotLogged;
import dev.touchstone.events.RecordStatement.RunAliased;
import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.RecordStatement.RunStateCause;
import dev.touchstone.events.RecordStatement.RunStopped;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class PagesTest {

    private static final String HOSTILE = "<script>alert(1)</script>\"'&\u202Edecorppa\u0000\u200B";

    @Inject
    Talk talk;

    private final Reviews review = new Reviews();

    @Test
    void hostileTextIsShownAndNeverObeyed() {
        // Given
        ReviewRef ref = review.review();
        Reviews hostile = new Reviews(new ReviewRef(ref.submissionId(), ref.workflowRunId(), HOSTILE, HOSTILE, ref.wandbRun()))
                .named(HOSTILE).requested(Stage.JUDGE, 1).judgedManual().asked(1, Stage.JUDGE, HOSTILE);
        talk.tell(hostile);
        String review = "/submissions/" + ref.submissionId();
        for (String path : List.of("/?q=" + ref.submissionId(), review, review + "/judge", review + "/timeline")) {
            // When
            String html = page(path).statusCode(200).extract().asString();
            // Then
            assertEquals(-1, html.indexOf("<script>alert"), path);
            assertEquals(-1, html.indexOf('\u202E'), path);
            assertEquals(-1, html.indexOf('\u200B'), path);
            assertEquals(-1, html.indexOf('\u0000'), path);
            assertEquals(true, html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;⟦U+202E⟧decorppa⟦U+0000⟧"),
                    path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/submissions/", "/review/events/", "/review/progress/", "/review/ledger/" })
    void aKeyInTheEndpointIsShownNowhere(String path) {
        // Given
        talk.tell(review.at("https://ada:s3cret@agent.example/x?api_key=s3cret#s3cret").judgedManual()
                .asked(1, Stage.JUDGE, "open"));
        // When
        String answer = as(TestKeys.REVIEWER).get(path + review.id()).then().statusCode(200).extract().asString();
        // Then
        assertEquals(-1, answer.indexOf("s3cret"), answer);
        assertEquals(!path.contains("progress") && !path.contains("ledger"),
                answer.contains("https://…@agent.example/x?…#…"), answer);
    }

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
    @CsvSource({ "en, Awaiting a decision", "ja, 判断待ち" })
    void theQueueNamesAStateOnceForAllThatAreInIt(String language, String state) {
        // Given
        talk.tell(review.asked(1, Stage.JUDGE, "open"));
        // When
        String html = as(TestKeys.REVIEWER).accept("text/html").cookie("lang", language).get("/?q=" + review.id()).then()
                .extract()
                .asString();
        // Then
        assertEquals(false, html.contains("<span class=\"chip"), html);
        assertEquals(2, count(html, state), html);
    }

    private String overview(String language) {
        return as(TestKeys.REVIEWER).accept("text/html").cookie("lang", language).get("/submissions/" + review.id()).then()
                .statusCode(200).extract().asString();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

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

    @ParameterizedTest
    @ValueSource(strings = { "/", "/touchstone.css", "/live.js", "/no-such-page", "/review/queue", "/review/nothing" })
    void everyAnswerForbidsWhatIsNotOurs(String path) {
        page(path).header("Content-Security-Policy",
                allOf(containsString("default-src 'none'"), containsString("script-src 'self'"),
                        containsString("frame-ancestors 'none'"), containsString("base-uri 'none'"),
                        containsString("form-action 'self'"), not(containsString("unsafe"))))
                .header("X-Content-Type-Options", "nosniff").header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "same-origin");
    }

    @Test
    void aPageHasNothingInline() {
        // Given
        talk.tell(review.judgedManual().asked(1, Stage.JUDGE, "open"));
        // When
        String html = page("/submissions/" + review.id()).extract().asString();
        // Then
        assertEquals(false, html.contains(" style=") || html.contains("<style") || html.matches("(?s).*\\son[a-z]+=.*"));
        assertEquals(1, html.split("<script", -1).length - 1);
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

    @Test
    void theFormIsThereOnlyWhileSomebodyIsAsked() {
        // Given
        talk.tell(review.judgedManual().asked(1, Stage.JUDGE, "the jury left it open"));
        page("/submissions/" + review.id()).body(containsString("A decision is needed"), containsString("/decision\""));
        // When
        send("decision=approved&notes=fine").statusCode(303)
                .header("Location", containsString("/submissions/" + review.id()));
        // Then
        page("/submissions/" + review.id()).body(not(containsString("A decision is needed")), containsString("Rei Reviewer"));
        talk.answer(review.id(), "human_decision");
        page("/submissions/" + review.id()).body(containsString("fine"), not(containsString("in a moment")));
    }

    @Test
    void aFormThatIsNotTakenComesBackWithWhatWasWrittenAndWhy() {
        // Given
        talk.tell(review.asked(1, Stage.JUDGE, "the jury left it open"));
        // When
        ValidatableResponse answer = send("decision=&decidedBy=Ada&notes=a+%3Cb%3E+c");
        // Then
        answer.statusCode(422).body(containsString("Not taken"), containsString("decidedBy"), containsString("a &lt;b&gt; c"));
    }

    @Test
    void theSecondFormLearnsOfTheFirst() {
        // Given
        talk.tell(review.asked(1, Stage.JUDGE, "the jury left it open"));
        send("decision=approved").statusCode(303);
        // When
        ValidatableResponse second = send("decision=rejected");
        // Then
        second.statusCode(409).body(containsString("somebody decided before"), containsString("Rei Reviewer"));
    }

    @Test
    void aStageIsAskedForAgainByForm() {
        // Given
        talk.tell(review.passed(Stage.PRECHECK, 1, 1));
        // When
        ValidatableResponse answer = form().header("Sec-Fetch-Site", "same-origin")
                .body("stage=precheck&reason=again&provider=&temperature=0.5")
                .post("/submissions/" + review.id() + "/retry").then();
        // Then
        answer.statusCode(303);
        talk.answer(review.id(), "retry_requested");
        page("/submissions/" + review.id() + "?retry=taken").body(containsString("the stage was asked for again"));
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

    @Test
    void aFormOfAnotherSiteIsRefused() {
        // Given
        talk.tell(review.asked(1, Stage.JUDGE, "the jury left it open"));
        String path = "/submissions/" + review.id() + "/decision";
        String fields = "decision=approved&notes=Mallory";
        // When
        form().header("Sec-Fetch-Site", "cross-site").body(fields).post(path).then().statusCode(403)
                .body(containsString("Not taken"));
        form().header("Origin", "http://evil.example").body(fields).post(path).then().statusCode(403);
        form().body(fields).post(path).then().statusCode(403);
        // Then
        page("/submissions/" + review.id()).body(containsString("A decision is needed"), not(containsString("Mallory")));
    }

    @Test
    void aPageIsInTheLanguageOfItsReader() {
        as(TestKeys.REVIEWER).accept("text/html").header("Accept-Language", "ja,en;q=0.5").get("/").then().statusCode(200)
                .body(containsString("<html lang=\"ja\">"), containsString("審査一覧"));
        as(TestKeys.REVIEWER).accept("text/html").header("Accept-Language", "ja").cookie("lang", "en").get("/").then()
                .body(containsString("<html lang=\"en\">"));
        as(TestKeys.REVIEWER).redirects().follow(false).get("/?lang=ja").then().statusCode(303).cookie("lang", "ja");
    }

    @Test
    void whatIsNotThereIsAPageForPeopleAndAProblemForClients() {
        page("/submissions/" + UUID.randomUUID()).statusCode(404).contentType("text/html")
                .body(containsString("Page not found"));
        page("/no-such-page").statusCode(404).contentType("text/html").body(containsString("Page not found"));
        page("/submissions/not-a-uuid").statusCode(404).contentType("text/html");
        as(TestKeys.REVIEWER).accept("application/json").get("/no-such-page").then().statusCode(404)
                .contentType("application/problem+json").body("status", equalTo(404));
    }

    private static ValidatableResponse page(String path) {
        return as(TestKeys.REVIEWER).accept("text/html").get(path).then();
    }

    private static RequestSpecification form() {
        return as(TestKeys.REVIEWER).redirects().follow(false).accept("text/html")
                .contentType("application/x-www-form-urlencoded");
    }

    private ValidatableResponse send(String fields) {
        return form().header("Sec-Fetch-Site", "same-origin").body(fields)
                .post("/submissions/" + review.id() + "/decision").then();
    }
}
