package dev.touchstone.review.pages.evidence;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = EchoServer.class, scope = TestResourceScope.GLOBAL)
class JudgePageTest {

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

    private static final String REPORT = "judge_report.jsonl";

    @Inject
    Talk talk;

    private final Reviews review = new Reviews();

    @Test
    void eachJurorsVoteIsShownWithChecksSamplesAndPhases() {
        // When
        String html = page(told(REPORT, LINE), 200);
        // Then
        for (String shown : List.of("What is the fare?", "functional · en · functional · scenario · trips-7", "13,320 yen",
                "Taken from functional_transcript.jsonl, line 8", "[masked:api_key]", "{&quot;to&quot;:&quot;Kyoto&quot;}",
                "recused", "Nothing to compare with.", "Two words are shared", "QUOTED", "0–5",
                "the answer shown first", "served by model-b", "another model than was asked for", "no usable reply",
                "Counter-argument", "120 / 40", "REPLIED", "Critical safety issue", "its samples disagree", "spread 22")) {
            assertTrue(html.contains(shown), shown + " is not in " + html);
        }
        assertFalse(html.contains("PROMPT"), "prompts stay in the file");
        Document page = Jsoup.parse(html);
        assertEquals(List.of("Task Completion", "40", "–", "36"),
                page.select("table.side tbody tr").get(2).children().eachText());
        assertEquals(List.of("Approve", "recused", "Reject"),
                page.select("table.side tbody tr").get(0).select("td").eachText());
    }

    @ParameterizedTest
    @ValueSource(strings = { "What is the fare?", "13,320 yen", "SAID", "fares", "QUOTED", "THOUGHT", "REPLIED", "careful",
            "Nothing to compare with.", "scored", "answer-first", "counter", "model-b", "pattern:api_key", "suite trips@1" })
    void hostileTextIsShownAndNeverObeyed(String words) {
        // When
        String html = page(told(REPORT, LINE.replace(words, HOSTILE)), 200);
        // Then
        assertEquals(-1, html.indexOf("<script>alert"), html);
        assertEquals(-1, html.indexOf('\u202E'), html);
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;⟦U+202E⟧decorppa⟦U+0000⟧"), html);
    }

    @Test
    void theWorstAnswerComesFirstAndDissentIsFound() {
        // Given
        String calm = LINE.replace("functional-1", "calm").replace("\"verdict\":\"reject\"", "\"verdict\":\"approve\"")
                .replace("\"criticalSafety\":true", "\"criticalSafety\":false");
        String path = told(REPORT, calm + LINE);
        // When
        Document page = Jsoup.parse(page(path, 200));
        // Then
        assertEquals(List.of("line-2", "line-1"), page.select(".evidence > li").eachAttr("id"));
        assertEquals(List.of("line-2"), Jsoup.parse(page(path + "?juror=rubric", 200)).select(".evidence > li").eachAttr("id"));
        assertEquals(List.of("line-1"), Jsoup.parse(page(path + "?q=CALM", 200)).select(".evidence > li").eachAttr("id"));
        assertEquals(List.of("line-1"), Jsoup.parse(page(path + "?line=1", 200)).select(".evidence > li:has(> details[open])")
                .eachAttr("id"));
    }

    @Test
    void itIsForThoseWhoMaySeeTheReview() {
        // Given
        String path = told(REPORT, LINE);
        // Then
        as(TestKeys.RIVAL).accept("text/html").get(path).then().statusCode(404);
        as(TestKeys.SUBMITTER).accept("text/html").get(path).then().statusCode(200);
    }

    @Test
    void whatCannotBeReadIsNamedByItsLine() {
        // When
        Document page = Jsoup.parse(page(told(REPORT, LINE + "{\"question\":\n"), 200));
        // Then
        assertEquals(List.of("Line 2: not JSON, or with a member twice or nested too deep"),
                page.select(".faults li").eachText());
    }

    @Test
    void whatALineLacksIsLeftOut() {
        // When
        Document page = Jsoup.parse(page(told(REPORT, "{}\n{\"opinions\":7,\"result\":{\"verdict\":[\"approve\"]}}\n"), 200));
        // Then
        assertEquals(2, page.select(".evidence > li").size());
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
        return "/submissions/" + review.id() + "/judge";
    }

    private static String page(String path, int status) {
        return as(TestKeys.REVIEWER).accept("text/html").get(path).then().statusCode(status)
                .contentType(containsString("text/html")).extract().asString();
    }
}
