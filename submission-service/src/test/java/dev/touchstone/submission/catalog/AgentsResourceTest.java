package dev.touchstone.submission.catalog;

import static dev.touchstone.events.testing.TestKeys.MAKERS;
import static dev.touchstone.events.testing.TestKeys.RIVALS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.RelayDouble;
import dev.touchstone.submission.ServiceTest;
import io.restassured.response.ValidatableResponse;

@ServiceTest
class AgentsResourceTest {

    @Inject
    PublishedAgents published;

    @Test
    void anAgentShowsItsRevisionsTheLastSubmittedFirst() {
        // Given
        String agent = PublishedAgents.agent();
        published.publish(MAKERS, agent, "r1", "Old name", 81.0);
        published.publish(MAKERS, agent, "r2", "New name", 92.0);
        published.submit(MAKERS, agent, "r1", "Old name");
        published.submit(MAKERS, agent, "r3", "Newest name");
        // When
        ValidatableResponse answer = get(TestKeys.SUBMITTER, "/" + agent);
        // Then
        answer.statusCode(200).body("displayName", equalTo("Newest name")).body("organizationId", equalTo(MAKERS))
                .body("baseline.revision", equalTo("r2")).body("baseline.trustScore", equalTo(92.0f))
                .body("revisions.revision", contains("r3", "r1", "r2"))
                .body("revisions.standing", contains(nullValue(), equalTo("superseded"), equalTo("current")))
                .body("revisions[1].submissions", hasSize(2)).body("next", nullValue());
    }

    @Test
    void revisionsArePaged() {
        // Given
        String agent = PublishedAgents.agent();
        List.of("r1", "r2", "r3").forEach(revision -> published.submit(MAKERS, agent, revision, "Name"));
        // When
        String next = get(TestKeys.SUBMITTER, "/" + agent + "?limit=2").body("revisions.revision", contains("r3", "r2"))
                .extract().path("next");
        // Then
        get(TestKeys.SUBMITTER, "/" + agent + "?limit=2&after=" + next).body("revisions.revision", contains("r1"))
                .body("next", nullValue());
    }

    @Test
    void aRevisionShowsItsRounds() {
        // Given
        String id = Api.accepted(RelayDouble.DOWN).submissionId().toString();
        var agent = Api.asSubmitter().get("/api/v1/submissions/" + id).then().extract().jsonPath();
        String path = "/" + agent.getString("agentId") + "/revisions/" + agent.getString("revision");
        // When
        await().atMost(Duration.ofSeconds(30)).until(() -> get(TestKeys.SUBMITTER, path).extract()
                .path("submissions.find { it.submissionId == '" + id + "' }.rounds[0].endedAt") != null);
        // Then
        get(TestKeys.SUBMITTER, path).rootPath("submissions.find { it.submissionId == '" + id + "' }.rounds[0]")
                .body("round", equalTo(1)).body("state", equalTo("rejected")).body("trustScore", nullValue())
                .body("statusReason", notNullValue()).body("openedAt", notNullValue());
    }

    @Test
    void anOrganisationSeesItsOwnAgents() {
        // Given
        String own = PublishedAgents.agent();
        String foreign = PublishedAgents.agent();
        published.submit(MAKERS, own, "r1", "Own");
        published.submit(RIVALS, foreign, "r1", "Foreign");
        // Then
        assertTrue(all(TestKeys.SUBMITTER).contains(own));
        assertFalse(all(TestKeys.SUBMITTER).contains(foreign));
        assertTrue(all(TestKeys.AUDITOR).containsAll(List.of(own, foreign)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "/revisions/r1", "/baselines" })
    void anotherOrganisationsAgentDoesNotExist(String below) {
        // Given
        String agent = PublishedAgents.agent();
        published.publish(RIVALS, agent, "r1", "Foreign", 90.0);
        // Then
        get(TestKeys.SUBMITTER, "/" + agent + below).statusCode(404)
                .body("type", equalTo("urn:touchstone:problem:not-found"));
        get(TestKeys.RIVAL, "/" + agent + below).statusCode(200);
        get(TestKeys.REVIEWER, "/" + agent + below).statusCode(200);
        Api.asSubmitter().get("/api/v1/catalog").then().body("items.agentId", hasItem(agent));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String agent = PublishedAgents.agent();
        get(TestKeys.OPERATOR, "/" + agent).statusCode(404);
        published.submit(MAKERS, agent, "r1", "Name");
        get(TestKeys.SUBMITTER, "/" + agent + "/revisions/r2").statusCode(404);
        get(TestKeys.SUBMITTER, "/" + agent + "/baselines").statusCode(200).body("items", empty());
        get(TestKeys.SUBMITTER, "/" + agent).body("baseline", nullValue()).body("revisions", not(empty()));
        get(TestKeys.SUBMITTER, "?after=nonsense").statusCode(400);
        get(TestKeys.SUBMITTER, "/" + agent + "?after=WyJ5ZXN0ZXJkYXkiLCJyMSJd").statusCode(400);
    }

    private static List<String> all(String key) {
        List<String> ids = new ArrayList<>();
        String next = "";
        while (next != null) {
            ValidatableResponse page = get(key, "?limit=200" + next).statusCode(200);
            ids.addAll(page.extract().path("items.agentId"));
            String cursor = page.extract().path("next");
            next = cursor == null ? null : "&after=" + cursor;
        }
        return ids;
    }

    private static ValidatableResponse get(String key, String path) {
        return Api.as(key).urlEncodingEnabled(false).get("/api/v1/agents" + path).then();
    }
}
