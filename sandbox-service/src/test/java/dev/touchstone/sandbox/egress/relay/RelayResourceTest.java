package dev.touchstone.sandbox.egress.relay;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.sandbox.egress.LoopbackServer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class RelayResourceTest {

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void anAllowedUrlMayBeCalled() {
        post("/relay/vet", Map.of("url", "http://127.0.0.1:9/")).statusCode(200)
                .body("allowed", equalTo(true)).body("reasons", empty());
    }

    @Test
    void allReasonsAgainstAUrlAreTold() {
        post("/relay/vet", Map.of("url", "http://localhost:25/")).statusCode(200)
                .body("allowed", equalTo(false))
                .body("reasons.code", contains("blocked_port", "private_address"))
                .body("reasons[1].detail", equalTo("the host has a name that is never public: a single label"));
    }

    @Test
    void aTextThatIsNotAUrlIsRefusedWithAReason() {
        post("/relay/vet", Map.of("url", "file:///etc/passwd")).statusCode(200)
                .body("allowed", equalTo(false)).body("reasons.code", contains("bad_url"));
    }

    @Test
    void whoeverAnswersBelow500IsReachable() {
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> LoopbackServer.send(exchange, 405, ""))) {
            post("/relay/probe", Map.of("url", url(agent))).statusCode(200)
                    .body("reachable", equalTo(true)).body("status", equalTo(405)).body("reason", nullValue())
                    .body("latencyMillis", greaterThanOrEqualTo(0));
        }
    }

    @Test
    void whoeverAnswersWith500IsNotReachable() {
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> LoopbackServer.send(exchange, 500, ""))) {
            post("/relay/probe", Map.of("url", url(agent))).statusCode(200)
                    .body("reachable", equalTo(false)).body("status", equalTo(500)).body("reason.code", equalTo("http_status"));
        }
    }

    @Test
    void whoeverNeverAnswersIsNotReachableWellBeforeACallerGivesUp() {
        // Given
        CountDownLatch over = new CountDownLatch(1);
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> over.await())) {
            // When
            ValidatableResponse answer = post("/relay/probe", Map.of("url", url(agent)));
            // Then
            answer.statusCode(200).body("reachable", equalTo(false)).body("status", nullValue())
                    .body("reason.code", equalTo("timeout")).body("latencyMillis", lessThan(15_000));
        } finally {
            over.countDown();
        }
    }

    @Test
    void whoeverMayNotBeCalledIsNotReachable() {
        post("/relay/probe", Map.of("url", "http://localhost:8081/")).statusCode(200)
                .body("reachable", equalTo(false)).body("status", nullValue()).body("reason.code", equalTo("private_address"));
    }

    @Test
    void anAgentIsToldSomethingAndAnswers() {
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> LoopbackServer.send(exchange, 200, """
                {"jsonrpc": "2.0", "id": 1, "result": {"message": {"role": "ROLE_AGENT", "contextId": "c",
                 "parts": [{"text": "<b>Hello</b>"}]}}}"""))) {
            post("/relay/message", Map.of("endpoint", url(agent), "protocol", "a2a-1.0", "text", "Hi")).statusCode(200)
                    .body("outcome", equalTo("answered")).body("text", equalTo("<b>Hello</b>")).body("contextId", equalTo("c"))
                    .body("latencyMillis", greaterThanOrEqualTo(0));
            assertFalse(agent.asked().getFirst().headers().containsKey("traceparent"), "tells a stranger of our traces");
        }
    }

    @Test
    void whatTheAgentTellsOfToolsAndTokensComesAlong() {
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> LoopbackServer.send(exchange, 200, """
                {"text": "Sunny", "tool_calls": [{"function": {"name": "weather", "arguments": {"city": "Kyoto"}}}],
                 "usage": {"prompt_tokens": 12}}"""))) {
            post("/relay/message", Map.of("endpoint", url(agent), "protocol", "prompt", "text", "Hi")).statusCode(200)
                    .body("toolCalls", equalTo(List.of(Map.of("name", "weather", "arguments", "{\"city\":\"Kyoto\"}"))))
                    .body("tokens.input", equalTo(12)).body("tokens.output", nullValue());
        }
    }

    @Test
    void anAgentThatTellsNothingOfTokensIsNotSaidToTakeNone() {
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> LoopbackServer.send(exchange, 200,
                "{\"text\": \"Hello\"}"))) {
            post("/relay/message", Map.of("endpoint", url(agent), "protocol", "prompt", "text", "Hi")).statusCode(200)
                    .body("toolCalls", empty()).body("tokens", nullValue());
        }
    }

    @Test
    void anAgentIsToldWhatWasSaidBeforeAndWhichTenantIsMeant() {
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> LoopbackServer.send(exchange, 200,
                "{\"text\": \"Hello\", \"message\": {\"parts\": [{\"text\": \"Hello\"}]}}"))) {
            post("/relay/message", Map.of("endpoint", url(agent), "protocol", "prompt", "text", "And then?", "contextId", "c1",
                    "earlier", List.of(Map.of("prompt", "Hi", "answer", "Hello")))).body("text", equalTo("Hello"));
            assertTrue(agent.asked().getLast().body().contains("\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}"));

            post("/relay/message", Map.of("endpoint", url(agent), "protocol", "a2a-1.0-http", "text", "Hi", "terms",
                    Map.of("tenant", "travel", "streaming", false))).body("text", equalTo("Hello"));
            assertTrue(agent.asked().getLast().body().contains("\"tenant\":\"travel\""));
        }
    }

    @Test
    void anAgentThatCannotBeCalledIsAFailureWithACode() {
        post("/relay/message", Map.of("endpoint", "http://localhost/", "protocol", "prompt", "text", "Hi")).statusCode(200)
                .body("outcome", equalTo("failed")).body("code", equalTo("private_address")).body("text", nullValue())
                .body("toolCalls", nullValue());
    }

    @Test
    void aDocumentIsFetchedAfterItsRedirects() {
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> {
            if (times == 1) {
                exchange.getResponseHeaders().set("Location", "/card.json");
                exchange.sendResponseHeaders(302, -1);
            } else {
                LoopbackServer.send(exchange, 404, "{\"name\": \"旅\"}");
            }
        })) {
            post("/relay/fetch", "{\"url\": \"%s\", \"accept\": \"application/json; q=0.9, */*\", \"maxBytes\": 100}"
                    .formatted(url(agent))).statusCode(200)
                    .body("outcome", equalTo("fetched")).body("status", equalTo(404))
                    .body("contentType", equalTo("application/json")).body("content", equalTo("{\"name\": \"旅\"}"))
                    .body("url", equalTo(url(agent) + "card.json")).body("code", nullValue());
        }
    }

    @Test
    void aRedirectToWhereNobodyMayGoFetchesNothing() {
        try (LoopbackServer agent = LoopbackServer.start((exchange, times) -> {
            exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest/meta-data/");
            exchange.sendResponseHeaders(302, -1);
        })) {
            post("/relay/fetch", Map.of("url", url(agent))).statusCode(200).body("outcome", equalTo("failed"))
                    .body("code", equalTo("private_address")).body("detail", containsString("after a redirect"))
                    .body("content", nullValue());
        }
    }

    @Test
    void allFaultsOfAFetchAreToldAtOnce() {
        post("/relay/fetch", "{\"accept\": \"text/html\\r\\nCookie: a=b\", \"maxBytes\": 0}").statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/url", "/accept", "/maxBytes"));
    }

    @Test
    void allFaultsOfAMessageAreToldAtOnce() {
        post("/relay/message", Map.of("endpoint", " ", "protocol", "smoke-signals", "text", "", "contextId", "", "earlier",
                List.of(Map.of("prompt", "Hi"))))
                .statusCode(422).contentType("application/problem+json")
                .body("type", equalTo("urn:touchstone:problem:invalid-request"))
                .body("violations.pointer", containsInAnyOrder("/endpoint", "/protocol", "/text", "/contextId",
                        "/earlier"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/relay/vet", "/relay/probe", "/relay/fetch" })
    void aMissingUrlIsAViolation(String path) {
        post(path, Map.of()).statusCode(422).body("violations[0].pointer", equalTo("/url"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "{", "[]", "{\"url\": {}}" })
    void whatIsNotAJsonObjectIsMalformed(String body) {
        TestKeys.as(TestKeys.SERVICE).contentType("application/json").body(body).post("/relay/vet").then().statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void callsAreCountedByOutcome() {
        // When
        post("/relay/probe", Map.of("url", "http://localhost:8081/"));
        // Then
        given().get(metrics).then()
                .body(containsString("touchstone_egress_calls_total{outcome=\"private_address\""))
                .body(not(containsString("http_client_requests")));
    }

    private static ValidatableResponse post(String path, Object body) {
        return TestKeys.as(TestKeys.SERVICE).contentType("application/json").body(body).post(path).then();
    }

    private static String url(LoopbackServer server) {
        return "http://127.0.0.1:" + server.port() + "/";
    }

    @ParameterizedTest
    @ValueSource(strings = { TestKeys.SUBMITTER, TestKeys.REVIEWER, TestKeys.OPERATOR, TestKeys.AUDITOR })
    void nobodyButAServiceGetsOut(String key) {
        TestKeys.as(key).contentType("application/json").body("{\"url\": \"https://agent.example\"}").post("/relay/vet").then()
                .statusCode(403);
    }
}
