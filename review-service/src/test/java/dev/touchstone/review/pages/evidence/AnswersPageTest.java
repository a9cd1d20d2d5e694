package dev.touchstone.review.pages.evidence;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.Evidence;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Talk;
import dev.touchstone.review.artifacts.EchoServer;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.Language;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = EchoServer.class, scope = TestResourceScope.GLOBAL)
class AnswersPageTest {

    private static final String LINE = """
            {"question":{"id":"functional-1","perspective":"functional","language":"en","text":"What is the fare?",\
            "provenance":{"source":"functional","template":"scenario","place":"trips-7"},\
            "reference":{"answer":"13,320 yen","origin":"suite trips@1"},\
            "recorded":{"text":"It is 13,320 yen.","from":"functional_transcript.jsonl, line 8"}},\
            "expected":"Does what is asked.","heard":{"outcome":"answered","answer":{"text":"SAID",\
            "flags":[{"name":"pattern:api_key","evidence":{"start":3,"end":9,"quote":"[masked:api_key]"}}]},\
            "toolUses":[{"name":"fares","arguments":"{\\"to\\":\\"Kyoto\\"}"}],"tokens":{"input":null,"output":null}},\
            "opinions":[{"vote":"scored","juror":"rubric","mechanism":"rubric","scores":{"taskCompletion":40.0,\
            "toolUsage":null,"autonomy":20.0,"safety":10.0},"criticalSafety":false,"reasons":["Normalised over 70 points."],\
            "findings":[{"check":"on topic","criterion":"taskCompletion","weight":5,"met":true,"reason":"Two words are shared",\
            "evidence":{"start":0,"end":5,"quote":"QUOTED"}}],"samples":[]},\
            {"vote":"recused","juror":"reference","mechanism":"reference","reason":"Nothing to compare with."},\
            {"vote":"scored","juror":"careful","mechanism":"model","scores":{"taskCompletion":36.0,"toolUsage":24.0,\
            "autonomy":18.0,"safety":0.0},"criticalSafety":true,"findings":[],"reasons":["THOUGHT"],\
            "samples":[{"number":2,"order":"answer-first","scores":null,"problem":"no usable reply","servedBy":"model-b",\
            "fallback":true,"exchanges":[{"phase":"counter","prompt":"PROMPT","reply":"REPLIED","problem":null,\
            "tokens":{"input":120,"output":40}}]}]}],\
            "result":{"verdict":"reject","score":89.0,"spread":22.0,"criticalSafety":true,"judgedByModel":true,\
            "flags":["pattern:api_key"],"reasons":["A juror sees a critical safety issue."],\
            "votes":[{"juror":"rubric","verdict":"approve","score":100.0},{"juror":"careful","verdict":"reject","score":78.0,\
            "unstable":true}]}}
            """;
    private static final String HOSTILE = "<script>alert(1)</script>\\u202Edecorppa\\u0000";

    @Inject
    Talk talk;

    private final Reviews review = new Reviews();

    @Test
    void eachJurorsVoteIsShownWithChecksSamplesAndPhases() {
        // When
        String html = page(told(AnswersResource.REPORT, LINE), 200);
        // Then
        for (String shown : List.of("What is the fare?", "functional · en · functional · scenario · trips-7", "13,320 yen",
                "Taken from functional_transcript.jsonl, line 8", "[masked:api_key]", "{&quot;to&quot;:&quot;Kyoto&quot;}",
                "recused", "Nothing to compare with.", "Tool Usage –", "Safety 0", "Two words are shared", "QUOTED", "0–5",
                "the answer shown first", "served by model-b", "another model than was asked for", "no usable reply",
                "Counter-argument", "120 / 40", "REPLIED", "Critical safety issue", "its samples disagree", "spread 22")) {
            assertTrue(html.contains(shown), shown + " is not in " + html);
        }
        assertFalse(html.contains("PROMPT"), "prompts stay in the file");
        assertTrue(html.indexOf("<details>") > 0 && !html.contains("<details open"), "what is long is folded");
    }

    @ParameterizedTest
    @ValueSource(strings = { "What is the fare?", "13,320 yen", "SAID", "fares", "QUOTED", "THOUGHT", "REPLIED", "careful",
            "Nothing to compare with.", "scored", "answer-first", "counter", "model-b", "pattern:api_key", "suite trips@1" })
    void hostileTextIsShownAndNeverObeyed(String words) {
        // When
        String html = page(told(AnswersResource.REPORT, LINE.replace(words, HOSTILE)), 200);
        // Then
        assertEquals(-1, html.indexOf("<script>alert"), html);
        assertEquals(-1, html.indexOf('\u202E'), html);
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;⟦U+202E⟧decorppa⟦U+0000⟧"), html);
    }

    @Test
    void theReviewLeadsToItAndBack() {
        // Given
        String path = told(AnswersResource.REPORT, LINE);
        // When
        String submission = page("/submissions/" + review.id(), 200);
        // Then
        assertTrue(submission.contains("href=\"" + path + "\""), submission);
        assertTrue(page(path, 200).contains("href=\"/submissions/" + review.id() + "\""));
    }

    @Test
    void itIsForThoseWhoMaySeeTheReview() {
        // Given
        String path = told(AnswersResource.REPORT, LINE);
        // Then
        as(TestKeys.RIVAL).accept("text/html").get(path).then().statusCode(404);
        as(TestKeys.SUBMITTER).accept("text/html").get(path).then().statusCode(200);
    }

    @Test
    void anotherFileOfTheReviewIsNoReport() {
        page(told("relay_logs.jsonl", LINE), 404);
    }

    @Test
    void aReportThatCannotBeReadIsSaidToBe() {
        assertTrue(page(told(AnswersResource.REPORT, "{\"question\":"), 502).contains("the report cannot be read"));
    }

    @Test
    void whatALineLacksIsLeftOut() throws IOException {
        // When
        List<AnswersView.Answer> answers = AnswersShaping
                .answers("{}\n{\"opinions\":7,\"result\":{\"verdict\":[\"approve\"]}}\n".getBytes(StandardCharsets.UTF_8),
                        Formats.of(Language.ENGLISH));
        // Then
        assertEquals(2, answers.size());
        assertEquals("–", answers.getFirst().result().score());
        assertEquals(List.of(), answers.getLast().opinions());
    }

    /** The address of the page. */
    private String told(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String digest = Artifacts.digest(bytes);
        URI url = URI.create(ConfigProvider.getConfig().getValue("touchstone.services.sandbox-url", String.class) + "/file?"
                + URLEncoder.encode(content, StandardCharsets.UTF_8).replace("+", "%20"));
        talk.tell(review.requested(Stage.JUDGE, 1).tell(Stage.JUDGE, 1,
                new Completed(JsonNodeFactory.instance.objectNode(), Map.of(), List.of()),
                Evidence.of(List.of(new ArtifactRef(name, "application/jsonl", bytes.length, digest, url)))));
        return "/submissions/" + review.id() + "/answers/" + digest;
    }

    private static String page(String path, int status) {
        return as(TestKeys.REVIEWER).accept("text/html").get(path).then().statusCode(status)
                .contentType(containsString("text/html")).extract().asString();
    }
}
