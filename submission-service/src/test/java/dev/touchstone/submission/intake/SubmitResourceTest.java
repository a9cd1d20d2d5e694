package dev.touchstone.submission.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.submission.Api;
import dev.touchstone.submission.Cards;
import dev.touchstone.submission.Database;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;
import io.restassured.http.ContentType;

@ServiceTest
class SubmitResourceTest {

    private static final String PROBLEM = "application/problem+json";

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
                .body("warnings", contains("The card is not signed."))
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
                {"agentId": "%s", "cardDocument": %s, "telemetry": {"wandb": {"runId": "%s", "project": "my project",
                 "entity": "team", "baseUrl": "https://wandb.example/"}}}""".formatted(Api.agentId(), Cards.STORE, runId));
        // Then
        answer.statusCode(202)
                .body("wandbRun.url", equalTo("https://wandb.example/team/my%20project/runs/" + runId))
                .body("revision", matchesPattern("snapshot-[0-9a-f]{12}"));
    }

    @Test
    void aRunBelongsToOneSubmission() {
        // Given
        String runId = "ci-" + UUID.randomUUID();
        Api.post(Api.inRun(runId, null)).statusCode(202);
        // When
        var answer = Api.post(Api.inRun(runId, null));
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
    void allViolationsAreNamedAtOnce() {
        // When
        var answer = Api
                .post("""
                               {"agentId": "no spaces", "revision": "", "cardUrl": "https://a.example", "a/b~c": 1,
                        "signatureBundle": {"algorithm": "md5", "publicKeyPem": "no key"},
                                "cardDocument": {"name": "A", "url": 7}, "endpointManifest": [],
                                "organization": {"name": "x", "contactEmail": "nobody"},
                                "telemetry": {"wandb": {"runId": "a b", "baseUrl": "javascript:alert(1)", "entity": "..", "project": "a/b"},
                                              "llmJudge": {"temperature": 2.1, "maxOutputTokens": 8193, "enabled": "yes", "key": "secret"},
                                              "relay": {"endpoint": "ftp://relay.example", "token": "a b"}},
                                "provenance": {"commit": "main", "pullRequest": 0}}""");
        // Then
        answer.statusCode(422).contentType(PROBLEM).body("type", equalTo("urn:touchstone:problem:invalid-submission"))
                .body("violations.pointer", hasItems("/agentId", "/revision", "/cardUrl", "/a~1b~0c", "/cardDocument/url",
                        "/endpointManifest", "/organization/organizationId", "/organization/contactEmail",
                        "/telemetry/wandb/runId", "/telemetry/wandb/baseUrl", "/telemetry/wandb/entity",
                        "/telemetry/wandb/project", "/telemetry/llmJudge/temperature",
                        "/telemetry/llmJudge/maxOutputTokens", "/telemetry/llmJudge/enabled", "/telemetry/llmJudge/key",
                        "/provenance/commit", "/provenance/pullRequest",
                        "/signatureBundle/algorithm", "/signatureBundle/publicKeyPem", "/signatureBundle/signature",
                        "/signatureBundle/payloadDigest", "/telemetry/relay/endpoint", "/telemetry/relay/token"))
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

    @Test
    void anotherMediaTypeIsRefused() {
        Api.asSubmitter().contentType(ContentType.TEXT).body("hello").when().post("/api/v1/submissions").then().statusCode(415)
                .contentType(PROBLEM).body("type", equalTo("urn:touchstone:problem:unsupported-media-type"));
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
        answer.statusCode(202).body("warnings", hasItem(containsString("could not be vetted")));
    }

    @Test
    void anAgentIsCalledWhereAndWithWhatTheSubmissionSays() {
        // When
        var answer = Api.post(Api.with(Api.request(RelayDouble.PRIVATE), "telemetry", """
                {"relay": {"endpoint": "%s", "token": "secret:makers/trip"}}""".formatted(RelayDouble.GOOD)));
        // Then
        String id = answer.statusCode(202).body("warnings", hasItem(containsString("called at telemetry.relay.endpoint")))
                .extract().path("submissionId");
        assertEquals(1, Database.count("select count(*) from submission where id = ? and dossier::jsonb -> 'agent' @> '"
                + "{\"endpoint\": \"" + RelayDouble.GOOD
                + "\", \"terms\": {\"credential\": \"makers/trip\", \"streaming\": false}}'",
                UUID.fromString(id)));
    }

    @Test
    void aSecretThatMayNotGoToTheAgentIsRefusedWhereItIsNamed() {
        // When
        var answer = Api.post(Api.with(Api.request(RelayDouble.GOOD), "telemetry", """
                {"relay": {"token": "secret:makers/unknown"}}"""));
        // Then
        answer.statusCode(422).body("violations.pointer", contains("/telemetry/relay/token"))
                .body("violations.detail", contains("the secret is not known here"));
    }

    @Test
    void aTokenItselfIsRefusedAndGoesNoFurther() {
        // When
        var answer = Api.post(Api.with(Api.request(RelayDouble.GOOD), "telemetry", """
                {"relay": {"endpoint": "https://relay.example/in", "token": "s3cret-token"}}"""));
        // Then
        answer.statusCode(422).body("violations.pointer", contains("/telemetry/relay/token"))
                .body(not(containsString("s3cret-token")));
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
    void theDescribedRequestIsAcceptedAsItStands() {
        // Given
        String endpoint = SubmitExamples.REQUEST.replace("https://agent.example/a2a", RelayDouble.GOOD);
        // When
        var answer = Api.post(endpoint);
        // Then
        answer.statusCode(202).body("wandbRun.runId", equalTo("ci-4711"));
        assertEquals(members(SubmitExamples.ACCEPTED), members(answer.extract().asString()));
    }

    private static Set<String> members(String json) {
        return Cards.json(json).propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    @Test
    void theApiIsDescribed() {
        given().accept(ContentType.JSON).when().get("/q/openapi").then().statusCode(200)
                .body("paths.'/api/v1/submissions'.post.responses.'422'", notNullValue())
                .body("components.schemas.SubmissionRequest.required", hasItems("agentId"));
    }
}
