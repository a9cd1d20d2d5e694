package dev.touchstone.submission;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.WandbRun;
import dev.touchstone.events.testing.TestKeys;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The service as a client uses it. */
public final class Api {

    private Api() {
    }

    /** A request of whoever has this key, one of {@link TestKeys}. */
    public static RequestSpecification as(String key) {
        return given().header("Authorization", TestKeys.bearer(key));
    }

    /** A request of the organisation that submits in most tests. */
    public static RequestSpecification asSubmitter() {
        return as(TestKeys.SUBMITTER);
    }

    /** A whole request for an agent at this endpoint; another agent each time, as nothing may be in review twice. */
    public static String request(String endpoint) {
        return request(agentId(), endpoint);
    }

    /** An agent that nobody has submitted yet. */
    public static String agentId() {
        return "trip-planner-" + UUID.randomUUID();
    }

    public static String request(String agentId, String endpoint) {
        return """
                {"agentId": "%s", "revision": "r1", "cardDocument": %s,
                 "endpointManifest": {"paths": {"/trips": {"post": {"operationId": "planTrip"}}}},
                 "organization": {"organizationId": "makers", "name": "Makers", "contactEmail": "agents@makers.example"},
                 "telemetry": {"llmJudge": {"enabled": true, "provider": "openai", "model": "m", "temperature": 0}},
                 "provenance": {"repository": "https://git.example/trip-planner", "branch": "main", "commit": "0123abc",
                                "pullRequest": 7}}"""
                .formatted(agentId, Cards.at(endpoint));
    }

    /** The request with another value for a member, or without it where the value is {@code null}. */
    public static String with(String request, String member, String value) {
        ObjectNode changed = (ObjectNode) Cards.json(request);
        return value.equals("null") ? changed.without(member).toString() : changed.set(member, Cards.json(value)).toString();
    }

    /** A request that names its run; {@code baseUrl} is JSON text, or null where the operator's W&B is meant. */
    public static String inRun(String runId, @Nullable String baseUrl) {
        String address = baseUrl == null ? "" : ", \"baseUrl\": \"" + baseUrl + "\"";
        return """
                {"agentId": "%s", "cardDocument": %s, "telemetry": {"wandb": {"runId": "%s"%s}}}"""
                .formatted(agentId(), Cards.A2A_0_3, runId, address);
    }

    public static ValidatableResponse post(String body) {
        return asSubmitter().contentType(ContentType.JSON).body(body).when().post("/api/v1/submissions").then();
    }

    /** As it is, whatever it is: REST Assured would read the body and try to show it. */
    public static HttpResponse<String> postRaw(BodyPublisher body) {
        return postRaw("application/json", body);
    }

    public static HttpResponse<String> postRaw(String contentType, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port
                + "/api/v1/submissions")).header("Content-Type", contentType)
                .header("Authorization", TestKeys.bearer(TestKeys.SUBMITTER)).POST(body).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    /** @param key what stands between the quotes of the header */
    public static ValidatableResponse post(String key, String body) {
        return asSubmitter().contentType(ContentType.JSON).header("Idempotency-Key", "\"" + key + "\"").body(body).when()
                .post("/api/v1/submissions").then();
    }

    /** A submission that was just accepted. */
    public static ReviewRef accepted(String endpoint) {
        String id = post(request(endpoint)).statusCode(202).extract().path("submissionId");
        return review(UUID.fromString(id));
    }

    public static ReviewRef review(UUID id) {
        var json = get(id, "").statusCode(200).extract().jsonPath();
        return new ReviewRef(id, UUID.fromString(json.getString("workflowRunId")), json.getString("agentId"),
                json.getString("revision"), new WandbRun(json.getString("wandbRun.entity"),
                        json.getString("wandbRun.project"), json.getString("wandbRun.runId"),
                        URI.create(json.getString("wandbRun.baseUrl"))));
    }

    /** What is below a submission, as {@code /progress}. */
    public static ValidatableResponse get(UUID id, String below) {
        return asSubmitter().when().get("/api/v1/submissions/{id}" + below, id).then();
    }
}
