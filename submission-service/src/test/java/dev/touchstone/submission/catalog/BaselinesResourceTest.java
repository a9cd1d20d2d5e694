package dev.touchstone.submission.catalog;

import static dev.touchstone.events.testing.TestKeys.MAKERS;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.ServiceTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;

@ServiceTest
class BaselinesResourceTest {

    @Inject
    PublishedAgents published;

    @Inject
    Pool pool;

    @Test
    void aPublicationMakesTheRevisionTheBaseline() {
        // When
        String agent = withRevisions("r1", "r2");
        // Then
        history(agent).body("items.revision", contains("r2", "r1")).body("items.cause", contains("publication", "publication"))
                .body("items[0].setBy", equalTo("submission-service")).body("items[0].trustScore", equalTo(90.0f))
                .body("items[0].policyVersion", equalTo("policy-1")).body("items[0].breakdown.component", contains("security"));
        assertStandings(agent, "r1=superseded", "r2=current");
    }

    @Test
    void aRollbackMakesAFormerBaselineCurrentAndMarksTheOther() {
        // Given
        String agent = withRevisions("r1", "r2", "r3");
        // When
        rollBack(agent, TestKeys.OPERATOR, "r1", "r3 forgets its tools").statusCode(200).body("revision", equalTo("r1"))
                .body("cause", equalTo("rollback")).body("trustScore", equalTo(90.0f));
        // Then
        history(agent).body("items.revision", contains("r1", "r3", "r2", "r1")).body("items[0].setBy", equalTo("Oto Operator"))
                .body("items[0].reason", equalTo("r3 forgets its tools"));
        assertStandings(agent, "r1=current", "r2=superseded", "r3=withdrawn");
        Api.asSubmitter().get("/api/v1/agents/" + agent).then().body("baseline.revision", equalTo("r1"));
    }

    @Test
    void aWithdrawnRevisionCanBecomeTheBaselineAgain() {
        // Given
        String agent = withRevisions("r1", "r2");
        rollBack(agent, TestKeys.OPERATOR, "r1", "first").statusCode(200);
        // When
        rollBack(agent, TestKeys.OPERATOR, "r2", "it was not r2's fault").statusCode(200);
        // Then
        assertStandings(agent, "r1=withdrawn", "r2=current");
        history(agent).body("items", hasSize(4));
    }

    @ParameterizedTest
    @CsvSource({ "r2,409,already-baseline", "r3,409,never-a-baseline", "'',422,invalid-request" })
    void thereMustBeSomethingToRollBackTo(String revision, int status, String type) {
        // Given
        String agent = withRevisions("r1", "r2");
        published.submit(MAKERS, agent, "r3", "Name");
        // Then
        rollBack(agent, TestKeys.OPERATOR, revision, "why").statusCode(status)
                .body("type", equalTo("urn:touchstone:problem:" + type));
        history(agent).body("items", hasSize(2));
    }

    @Test
    void anAgentThatIsNotThereIsNotFound() {
        rollBack(PublishedAgents.agent(), TestKeys.OPERATOR, "r1", "why").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { TestKeys.SUBMITTER, TestKeys.REVIEWER, TestKeys.AUDITOR, TestKeys.INSIDER })
    void nobodyButAnOperatorRollsBack(String key) {
        rollBack(withRevisions("r1", "r2"), key, "r1", "why").statusCode(403);
    }

    @Test
    void simultaneousChangesComeOneBehindTheOther() {
        // Given
        String agent = withRevisions("r1", "r2");
        // When
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(IntStream.range(0, 12).mapToObj(n -> CompletableFuture.runAsync(() -> {
                if (n % 3 == 0) {
                    published.publish(MAKERS, agent, "r" + (3 + n), "Name", 90.0);
                } else {
                    rollBack(agent, TestKeys.OPERATOR, n % 3 == 1 ? "r1" : "r2", "race");
                }
            }, threads)).toArray(CompletableFuture[]::new)).join();
        }
        // Then
        String last = history(agent).extract().path("items[0].revision");
        List<String> current = Api.asSubmitter().get("/api/v1/catalog?standing=current&q=" + agent).then().extract()
                .path("items.revision");
        assertEquals(List.of(last), current);
    }

    @Test
    void theHistoryIsPaged() {
        // Given
        String agent = withRevisions("r1", "r2", "r3");
        // When
        String next = Api.asSubmitter().get("/api/v1/agents/" + agent + "/baselines?limit=2").then()
                .body("items.revision", contains("r3", "r2")).extract().path("next");
        // Then
        Api.asSubmitter().get("/api/v1/agents/" + agent + "/baselines?limit=2&after=" + next).then()
                .body("items.revision", contains("r1"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "update baseline set revision = 'r9'", "delete from baseline", "truncate baseline" })
    void theHistoryOnlyGrows(String change) {
        Exception refused = assertThrows(Exception.class, () -> pool.query(change).executeAndAwait());
        assertTrue(String.valueOf(refused.getMessage()).contains("only ever added"), refused::toString);
    }

    private String withRevisions(String... revisions) {
        String agent = PublishedAgents.agent();
        for (String revision : revisions) {
            published.publish(MAKERS, agent, revision, "Name", 90.0);
        }
        return agent;
    }

    private static void assertStandings(String agent, String... expected) {
        var catalog = Api.asSubmitter().get("/api/v1/catalog?sort=name&q=" + agent).then().statusCode(200).extract().jsonPath();
        List<String> revisions = catalog.getList("items.revision");
        List<String> standings = catalog.getList("items.standing");
        assertEquals(List.of(expected), IntStream.range(0, revisions.size())
                .mapToObj(each -> revisions.get(each) + "=" + standings.get(each)).toList());
    }

    private static ValidatableResponse history(String agent) {
        return Api.asSubmitter().get("/api/v1/agents/" + agent + "/baselines").then().statusCode(200);
    }

    private static ValidatableResponse rollBack(String agent, String key, String revision, String reason) {
        return Api.as(key).contentType(ContentType.JSON)
                .body("{\"revision\": \"" + revision + "\", \"reason\": \"" + reason + "\"}")
                .post("/api/v1/agents/" + agent + "/baselines/rollback").then();
    }
}
