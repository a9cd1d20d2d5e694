package dev.touchstone.submission.intake;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.touchstone.submission.Api;
import dev.touchstone.submission.Database;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@ServiceTest
class RehearsalTest {

    @Test
    void whatWouldBeAcceptedIsSaidAndNothingIsStored() {
        // Given
        String agentId = Api.agentId();
        String key = UUID.randomUUID().toString();
        // When
        var answer = attempt(key, Api.request(agentId, RelayDouble.GOOD));
        // Then
        answer.statusCode(200).body("wouldBeAccepted", equalTo(true)).body("agentId", equalTo(agentId))
                .body("revision", equalTo("r1")).body("snapshotDigest", startsWith("sha256:")).body("problems", empty())
                .body("warnings", contains("The card is not signed."));
        assertEquals(0, Database.count("select (select count(*) from submission where agent_id = ?)"
                + " + (select count(*) from agent where agent_id = ?) + (select count(*) from idempotency_key where key = ?)",
                agentId, agentId, key));
    }

    @Test
    void whatIsWrongIsSaidAsTheRefusalWouldSayIt() {
        // When
        var answer = attempt("k", "{\"agentId\": 7}");
        // Then
        answer.statusCode(200).body("wouldBeAccepted", equalTo(false))
                .body("problems.type", contains("urn:touchstone:problem:invalid-submission"))
                .body("problems.status", contains(422))
                .body("problems[0].violations.pointer", contains("/agentId", "/cardDocument"));
    }

    @Test
    void theEndpointIsVettedAsItWouldBe() {
        // When
        var answer = attempt("k", Api.request(RelayDouble.PRIVATE));
        // Then
        answer.statusCode(200).body("wouldBeAccepted", equalTo(false))
                .body("problems[0].violations.detail", contains("resolves to a private address"));
    }

    @Test
    void everythingThatStandsAgainstItIsNamed() {
        // Given
        String runId = "ci-" + UUID.randomUUID();
        String request = Api.inRun(runId, null);
        Api.post(request).statusCode(202);
        // When
        var answer = attempt("k", request);
        // Then
        answer.statusCode(200).body("wouldBeAccepted", equalTo(false)).body("problems.type",
                contains("urn:touchstone:problem:duplicate-in-review", "urn:touchstone:problem:wandb-run-taken"));
    }

    @Test
    void whatCannotBeReadIsRefusedAsEver() {
        attempt("k", "{").statusCode(400).body("type", equalTo("urn:touchstone:problem:malformed-json"));
    }

    @Test
    void tryingIsAskedForWithTrueOrNotAtAll() {
        Api.asSubmitter().contentType(ContentType.JSON).body("{}").post("/api/v1/submissions?validate=yes").then()
                .statusCode(400).body("detail", containsString("true or false"));
    }

    private static ValidatableResponse attempt(String key, String request) {
        return Api.asSubmitter().contentType(ContentType.JSON).header("Idempotency-Key", '"' + key + '"').body(request)
                .post("/api/v1/submissions?validate=true").then();
    }
}
