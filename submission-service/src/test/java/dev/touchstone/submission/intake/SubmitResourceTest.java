package dev.touchstone.submission.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.submission.Api;
import dev.touchstone.submission.Cards;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

@ServiceTest
class SubmitResourceTest {

    private static final String PROBLEM = "application/problem+json";
    private static final int LIMIT = 1024 * 1024;

    @Test
    void aSubmissionIsAcceptedWithItsRun() {
        // When
        var answer = Api.post(Api.request(RelayDouble.GOOD));
        // Then
        String id = answer.statusCode(202).extract().path("submissionId");
        answer.header("Location", endsWith("/api/v1/submissions/" + id))
                .body("state", equalTo("in_review"))
                .body("duplicateOf", nullValue())
                .body("wandbRun.runId", equalTo("submission-" + id))
                .body("wandbRun.url", equalTo("https://wandb.ai/touchstone/agent-reviews/runs/submission-" + id))
                .body("wandbRun.state", equalTo("unknown"))
                .body("warnings", empty())
                .body("links.self", endsWith("/api/v1/submissions/" + id))
                .body("links.progress", endsWith("/api/v1/submissions/" + id + "/progress"))
                .body("links.review", endsWith("/submissions/" + id))
                .body("links.card", endsWith("/card"));
    }

    @Test
    void theCallersRunIsTaken() {
        // Given
        String runId = "ci-" + UUID.randomUUID();
        // When
        var answer = Api.post("""
                {"agentId": "a", "cardDocument": %s, "telemetry": {"wandb": {"runId": "%s", "project": "my project",
                 "entity": "team", "baseUrl": "https://wandb.example/"}}}""".formatted(Cards.STORE, runId));
        // Then
        answer.statusCode(202)
                .body("wandbRun.url", equalTo("https://wandb.example/team/my%20project/runs/" + runId))
                .body("revision", matchesPattern("snapshot-[0-9a-f]{12}"));
    }

    @Test
    void aRunBelongsToOneSubmission() {
        // Given
        String request = """
                {"agentId": "a", "cardDocument": %s, "telemetry": {"wandb": {"runId": "ci-%s"}}}"""
                .formatted(Cards.A2A_0_3, UUID.randomUUID());
        Api.post(request).statusCode(202);
        // When
        var answer = Api.post(request);
        // Then
        answer.statusCode(409).contentType(PROBLEM).body("type", equalTo("urn:touchstone:problem:wandb-run-taken"))
                .body("violations.pointer", contains("/telemetry/wandb/runId"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://wandb.ai", "https://wandb.ai/", "https://wandb.ai//", "https://WANDB.ai:443",
            "HTTPS://wandb.AI:443///", "https://wandb.ai:", "https://api.wandb.ai", "https://API.wandb.ai:443//",
            RelayDouble.WANDB_API, RelayDouble.WANDB_API + "/" })
    void aRunBelongsToOneSubmissionHoweverItsAddressIsSpelt(String spelling) {
        // Given a run at the operator's own W&B
        String runId = "ci-" + UUID.randomUUID();
        Api.post(Api.inRun(runId, null)).statusCode(202);
        // When
        var answer = Api.post(Api.inRun(runId, spelling));
        // Then
        answer.statusCode(409).body("type", equalTo("urn:touchstone:problem:wandb-run-taken"));
    }

    @Test
    void aRunThatNamesTheApiIsShownInTheApplication() {
        // When
        var answer = Api.post(Api.inRun("ci-" + UUID.randomUUID(), "https://api.wandb.ai/"));
        // Then
        answer.statusCode(202).body("wandbRun.baseUrl", equalTo("https://wandb.ai"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://user:secret@wandb.ai", "https://user@wandb.ai", "https://@wandb.ai",
            "https://wandb.ai?a=b",
            "https://wandb.ai?", "https://wandb.ai#a", "https://wandb.ai#", "ftp://wandb.ai", "//wandb.ai", "wandb.ai",
            "https:wandb.ai", "https:///wandb.ai", "https://wandb.ai\\\\@else.example", "https://wandb_ai%2f" })
    void anAddressThatIsMoreOrLessThanAHostAndAPathIsNamed(String baseUrl) {
        // When
        var answer = Api.post(Api.inRun("ci-1", baseUrl));
        // Then
        answer.statusCode(422).contentType(PROBLEM).body("violations.pointer", contains("/telemetry/wandb/baseUrl"));
    }

    @Test
    void aRepeatIsAnsweredWithTheFirstSubmission() {
        // Given
        String key = UUID.randomUUID().toString();
        String id = Api.post(key, Api.request(RelayDouble.GOOD)).statusCode(202).extract().path("submissionId");
        // When
        var answer = Api.post(key, Api.request(RelayDouble.GOOD).replace(": ", " :  "));
        // Then
        answer.statusCode(200).body("submissionId", equalTo(id)).body("duplicateOf", equalTo(id))
                .body("wandbRun.runId", equalTo("submission-" + id));
    }

    @Test
    void aKeyIsNotTakenForAnotherRequest() {
        // Given
        String key = UUID.randomUUID().toString();
        Api.post(key, Api.request(RelayDouble.GOOD)).statusCode(202);
        // When
        var answer = Api.post(key, Api.request(RelayDouble.GOOD).replace("\"r1\"", "\"r2\""));
        // Then
        answer.statusCode(409).contentType(PROBLEM)
                .body("type", equalTo("urn:touchstone:problem:idempotency-key-reused"));
    }

    @Test
    void ofManyRequestsAtOnceWithOneKeyOneIsAdded() throws Exception {
        // Given
        String key = UUID.randomUUID().toString();
        String request = Api.request(RelayDouble.GOOD);
        Callable<ExtractableResponse<Response>> post = () -> Api.post(key, request).extract();
        List<ExtractableResponse<Response>> answers = new ArrayList<>();
        // When
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<ExtractableResponse<Response>> answer : clients.invokeAll(Collections.nCopies(20, post))) {
                answers.add(answer.get());
            }
        }
        // Then
        Set<String> ids = answers.stream().map(answer -> answer.<String> path("submissionId")).collect(Collectors.toSet());
        assertEquals(1, ids.size());
        assertEquals(1, answers.stream().filter(answer -> answer.statusCode() == 202).count());
        assertEquals(19, answers.stream().filter(answer -> answer.statusCode() == 200).count());
    }

    @Test
    void allViolationsAreNamedAtOnce() {
        // When
        var answer = Api.post("""
                {"agentId": "no spaces", "revision": "", "cardUrl": "https://a.example", "a/b~c": 1,
                 "cardDocument": {"name": "A", "url": 7}, "endpointManifest": [],
                 "organization": {"name": "x", "contactEmail": "nobody"},
                 "telemetry": {"wandb": {"runId": "a b", "baseUrl": "javascript:alert(1)", "entity": "..", "project": "a/b"},
                               "llmJudge": {"temperature": 2.1, "maxOutputTokens": 8193, "enabled": "yes", "key": "secret"}},
                 "provenance": {"commit": "main", "pullRequest": 0}}""");
        // Then
        answer.statusCode(422).contentType(PROBLEM).body("type", equalTo("urn:touchstone:problem:invalid-submission"))
                .body("violations.pointer", hasItems("/agentId", "/revision", "/cardUrl", "/a~1b~0c", "/cardDocument/url",
                        "/endpointManifest", "/organization/organizationId", "/organization/contactEmail",
                        "/telemetry/wandb/runId", "/telemetry/wandb/baseUrl", "/telemetry/wandb/entity",
                        "/telemetry/wandb/project", "/telemetry/llmJudge/temperature",
                        "/telemetry/llmJudge/maxOutputTokens", "/telemetry/llmJudge/enabled", "/telemetry/llmJudge/key",
                        "/provenance/commit", "/provenance/pullRequest"))
                .body("violations.detail", hasItem("is not known"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{}|/agentId",
            "{\"agentId\": \"a\"}|/cardDocument",
            "{\"agentId\": \"a\", \"cardDocument\": {\"name\": \"A\"}}|/cardDocument/supportedInterfaces",
            "{\"agentId\": 7, \"cardDocument\": {\"name\": \"A\"}}|/agentId",
            "{\"agentId\": \"a\\u0000\", \"cardDocument\": {}}|/agentId",
            "{\"agentId\": \"a\", \"telemetry\": \"on\"}|/telemetry",
            "[]|''",
            "7|''"
    })
    void whatIsMissingOrMalformedIsNamed(String body, String pointer) {
        // When
        var answer = Api.post(body);
        // Then
        answer.statusCode(422).contentType(PROBLEM).body("violations.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "not json", "{\"agentId\": \"a\"} {}", "{\"a\": 1, \"a\": 2}", "{\"a\": 1e999}",
            "{\"a\": \"\\ud800\"}", "\u0000" })
    void whatIsNotJsonIsRefused(String body) {
        isRefused(400, "malformed-json", Api.postRaw(BodyPublishers.ofString(body)));
    }

    @Test
    void whatNestsTooDeepIsRefused() {
        isRefused(400, "malformed-json", Api.postRaw(BodyPublishers.ofString("[".repeat(50_000))));
    }

    @Test
    void whatAnnouncesThatItIsTooLargeIsRefused() {
        isRefused(413, "request-too-large", Api.postRaw(BodyPublishers.ofString(" ".repeat(LIMIT + 1))));
    }

    @Test
    void whatTurnsOutToBeTooLargeIsRefused() {
        // Given a body in chunks, whose length nobody announces
        byte[] large = " ".repeat(LIMIT + 1).getBytes(StandardCharsets.UTF_8);
        // When
        HttpResponse<String> answer = Api.postRaw(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
        // Then
        isRefused(413, "request-too-large", answer);
    }

    @Test
    void whatIsNoMoreThanTheLimitIsRead() {
        // Given
        String body = "\"" + "x".repeat(LIMIT - 2) + "\"";
        // When
        HttpResponse<String> answer = Api.postRaw(BodyPublishers.ofString(body));
        // Then
        isRefused(422, "invalid-submission", answer);
    }

    private static void isRefused(int status, String type, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(PROBLEM, answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals("urn:touchstone:problem:" + type, Cards.json(answer.body()).path("type").asText());
    }

    @Test
    void aMalformedKeyIsRefused() {
        Api.post("k".repeat(256), Api.request(RelayDouble.GOOD)).statusCode(400).contentType(PROBLEM)
                .body("type", equalTo("urn:touchstone:problem:malformed-parameter"));
    }

    @Test
    void anotherMediaTypeIsRefused() {
        Api.asSubmitter().contentType(ContentType.TEXT).body("hello").when().post("/api/v1/submissions").then().statusCode(415)
                .contentType(PROBLEM);
    }

    @Test
    void anEndpointThatMayNotBeCalledIsRefusedWhereItStands() {
        // When
        var answer = Api.post(Api.request(RelayDouble.PRIVATE));
        // Then
        answer.statusCode(422).body("violations.pointer", contains("/cardDocument/supportedInterfaces/1/url"))
                .body("violations.detail", contains("resolves to a private address"));
    }

    @ParameterizedTest
    @ValueSource(strings = { RelayDouble.BROKEN_RELAY, RelayDouble.SLOW_RELAY })
    void aSandboxThatDoesNotAnswerIsAWarning(String endpoint) {
        // When
        var answer = Api.post(Api.request(endpoint));
        // Then
        answer.statusCode(202).body("warnings", contains(containsString("could not be vetted")));
    }

    @Test
    void theCardIsServedToItsMaker() {
        // Given
        String card = Api.post(Api.request(RelayDouble.GOOD)).statusCode(202).extract().path("links.card");
        // When
        var answer = Api.asSubmitter().when().get(card.substring(card.indexOf("/api/"))).then();
        // Then
        answer.statusCode(200).contentType(ContentType.JSON);
        assertEquals(Cards.json(Cards.at(RelayDouble.GOOD)), Cards.json(answer.extract().asString()));
    }

    @Test
    void theApiIsDescribed() {
        given().accept(ContentType.JSON).when().get("/q/openapi").then().statusCode(200)
                .body("paths.'/api/v1/submissions'.post.responses.'422'", notNullValue())
                .body("components.schemas.SubmissionRequest.required", hasItems("agentId", "cardDocument"));
    }
}
