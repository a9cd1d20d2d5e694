package dev.touchstone.sandbox.functional;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.testing.TestKeys;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class SimilaritiesResourceTest {

    private static final Map<String, String> TRAIN = Map.of("question", "How long does the Nozomi take?", "expected",
            "About 2 hours and 15 minutes.", "answer", "It takes 2 h 15 min.", "language", "en");
    private static final Map<String, String> BANANAS = Map.of("expected", "About 2 hours and 15 minutes.", "answer",
            "Bananas are yellow.");
    private static final Map<String, String> TEMPLE = Map.of("expected", "京都では清水寺がおすすめです。", "answer", "清水寺へどうぞ。");

    @Test
    void pairsAreMeasuredInTheirOrder() {
        post(Map.of("pairs", List.of(TRAIN, BANANAS, TEMPLE))).statusCode(200)
                .body("model.name", equalTo("all-MiniLM-L6-v2-q")).body("model.digest", startsWith("sha256:"))
                .body("tokenizer", containsString("Kuromoji"))
                .body("pairs", hasSize(3))
                .body("pairs[0].embedding", greaterThan(0.45f)).body("pairs[1].embedding", lessThan(0.25f))
                .body("pairs[0].facts.kept", contains(true, true)).body("pairs[0].contradicted", equalTo(false))
                .body("pairs[1].overlap", equalTo(0.0f)).body("pairs[1].facts.kept", contains(false, false));
    }

    @Test
    void aLanguageThatTheModelDoesNotKnowIsMeasuredByWordsAlone() {
        post(Map.of("pairs", List.of(TEMPLE))).statusCode(200).body("pairs[0].embedding", nullValue())
                .body("pairs[0].overlap", greaterThan(0.2f));
    }

    @Test
    void theSamePairsGiveTheSameBytes() {
        assertEquals(post(Map.of("pairs", List.of(TRAIN, TEMPLE))).extract().asString(),
                post(Map.of("pairs", List.of(TRAIN, TEMPLE))).extract().asString());
    }

    @Test
    void allFaultsAreToldAtOnce() {
        post("""
                {"pairs": [null, {"expected": " ", "answer": "", "language": "fr"}, {"expected": "\\ud83d", "answer": "%s"}]}"""
                .formatted("x".repeat(100_001)))
                .statusCode(422).contentType("application/problem+json")
                .body("type", equalTo("urn:touchstone:problem:invalid-request"))
                .body("violations.pointer", containsInAnyOrder("/pairs/0/expected", "/pairs/0/answer", "/pairs/1/expected",
                        "/pairs/1/language", "/pairs/2/expected", "/pairs/2/answer"));
    }

    @Test
    void aRequestHasItsBounds() {
        post(Map.of("pairs", List.of())).statusCode(422).body("violations.pointer", contains("/pairs"));
        post(Map.of()).statusCode(422).body("violations.pointer", contains("/pairs"));
        post(Map.of("pairs", Collections.nCopies(65, TRAIN))).statusCode(422).body("violations.pointer", contains("/pairs"));
        post(Map.of("pairs", Collections.nCopies(11, Map.of("expected", "x", "answer", "y".repeat(100_000)))))
                .statusCode(422).body("violations.pointer", contains("/pairs"));
    }

    @Test
    void textThatIsMeantToHarmIsMeasuredLikeAnyOther() {
        post(Map.of("pairs", List.of(
                Map.of("expected", "Kyoto\u0000\u202e\uffff", "answer", ""),
                Map.of("expected", "𝟏𝟐 ﷽".repeat(500), "answer", "\u0301".repeat(20_000)),
                Map.of("expected", "一二三百千万億".repeat(500), "answer", "`".repeat(20_000), "language", "ja"),
                Map.of("expected", "NaN Infinity 1e999 " + "9".repeat(5_000), "answer", "https://" + "a.".repeat(9_000)))))
                .statusCode(200).body("pairs", hasSize(4)).body("pairs[0].overlap", equalTo(0.0f));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "{", "[]", "{\"pairs\": {}}", "{\"pairs\": [1]}" })
    void whatIsNotAJsonObjectIsMalformed(String body) {
        post(body).statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = { TestKeys.SUBMITTER, TestKeys.REVIEWER, TestKeys.OPERATOR, TestKeys.AUDITOR })
    void nobodyButAServiceIsAnswered(String key) {
        TestKeys.as(key).contentType("application/json").body(Map.of("pairs", List.of(TRAIN))).post("/similarities").then()
                .statusCode(403);
    }

    private static ValidatableResponse post(Object body) {
        return TestKeys.as(TestKeys.SERVICE).contentType("application/json").body(body).post("/similarities").then();
    }
}
