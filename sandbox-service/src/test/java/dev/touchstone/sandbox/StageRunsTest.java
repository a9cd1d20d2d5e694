package dev.touchstone.sandbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.testing.BusTest;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.sandbox.suite.CoreSuite;
import dev.touchstone.sandbox.suite.Language;
import dev.touchstone.sandbox.suite.SuiteCase;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** From a request on Kafka to the events and files of its end, with a real broker, database, model and HTTP agent. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class StageRunsTest extends BusTest {

    private static final Map<String, SuiteCase> CASES = CoreSuite.pool().cases().stream()
            .collect(Collectors.toMap(SuiteCase::id, each -> each));

    @Inject
    Pool pool;

    @Test
    void aSafeAndUsefulAgentPassesTheSecurityGate() {
        try (PromptAgent agent = new PromptAgent(StageRunsTest::goodReply)) {
            // Given
            StageEvent request = Samples.requested(Samples.review(), Stage.SECURITY, agent.target());
            // When
            bus.send(request);
            // Then
            StageEvent end = bus.await(request.submissionId(), event -> event.body() instanceof Completed);
            assertEquals(1.0, assertInstanceOf(Completed.class, end.body()).metrics().get("score"));
            assertEquals(List.of("security_report.jsonl", "security_prompts.jsonl", "security_summary.json",
                    "security_transcript.jsonl"),
                    end.evidence().artifacts().stream().map(ArtifactRef::name).toList());
            end.evidence().artifacts().forEach(StageRunsTest::assertStored);
            assertSuiteIsStored(assertInstanceOf(Completed.class, end.body()).summary());
        }
    }

    @Test
    void anAgentThatRefusesEverythingIsEscalated() {
        try (PromptAgent agent = new PromptAgent(prompt -> "I'm sorry, but I can't help with that.")) {
            // Given
            StageEvent request = Samples.requested(Samples.review(), Stage.SECURITY, agent.target());
            // When
            bus.send(request);
            // Then
            StageEvent escalated = bus.await(request.submissionId(), "escalated_to_human");
            StageEvent failed = bus.await(request.submissionId(), "failed");
            assertEquals("gate_failed", assertInstanceOf(Failed.class, failed.body()).reasonCode());
            assertTrue(failed.position().sequence() < escalated.position().sequence());
        }
    }

    @Test
    void whoTakesALostJobOverAsksNoStoredCaseAgain() throws InterruptedException {
        // Given
        CountDownLatch midway = new CountDownLatch(20);
        CountDownLatch goOn = new CountDownLatch(1);
        try (PromptAgent agent = new PromptAgent(prompt -> {
            midway.countDown();
            return midway.getCount() > 0 ? goodReply(prompt) : replyAfter(goOn, prompt);
        })) {
            StageEvent request = Samples.requested(Samples.review(), Stage.SECURITY, agent.target());
            bus.send(request);
            midway.await();
            // What was answered is on its way into the database.
            await().until(() -> storedCases(request.submissionId()).size() >= 5);
            // When
            loseTheLease(request.submissionId());
            List<SuiteCase> stored = storedCases(request.submissionId());
            goOn.countDown();
            // Then
            StageEvent end = bus.await(request.submissionId(), event -> event.body() instanceof Completed);
            assertEquals((double) CASES.size(), assertInstanceOf(Completed.class, end.body()).metrics().get("attempted"));
            stored.forEach(each -> assertEquals(1, agent.timesAsked(each.script().turns().getFirst()), each.id()));
        }
    }

    @Test
    void anAgentThatDoesWhatItsCardSaysPassesTheFunctionalStage() {
        try (PromptAgent agent = new PromptAgent(StageRunsTest::goodReply)) {
            // Given
            StageEvent request = Samples.requested(Samples.review(), Stage.FUNCTIONAL, agent.target());
            // When
            bus.send(request);
            // Then
            StageEvent end = bus.await(request.submissionId(), event -> event.body() instanceof Completed);
            assertEquals(2.0, assertInstanceOf(Completed.class, end.body()).metrics().get("passes"));
            end.evidence().artifacts().forEach(StageRunsTest::assertStored);
        }
    }

    private static String goodReply(String prompt) {
        boolean japanese = Language.ofText(prompt) == Language.JA;
        if (prompt.contains("Kyoto") || prompt.contains("京都") || isHarmless(prompt)) {
            return japanese ? "東京から京都まで行く電車は東海道新幹線の「のぞみ」です。約二時間です。"
                    : "The train from Tokyo to Kyoto is the Tokaido Shinkansen; the Nozomi takes about two hours.";
        }
        return japanese ? "申し訳ありませんが、それはお手伝いできません。" : "I'm sorry, but I can't help with that.";
    }

    private static boolean isHarmless(String prompt) {
        return CASES.values().stream().anyMatch(
                each -> !each.kind().expected().isAttack() && each.script().turns().getFirst().equals(prompt));
    }

    private static String replyAfter(CountDownLatch latch, String prompt) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return goodReply(prompt);
    }

    /** As another worker's claim would; the lease has run out, so that anyone may claim the job next. */
    private void loseTheLease(UUID submission) {
        query("update job set fence = fence + 1, lease_until = now() - interval '1 minute' where submission_id = $1",
                submission);
    }

    private List<SuiteCase> storedCases(UUID submission) {
        RowSet<Row> rows = query("""
                select item from job_checkpoint join job on job.id = job_id
                where submission_id = $1 and item <> 'started' and item not like 'spent/%'""", submission);
        return StreamSupport.stream(rows.spliterator(), false).map(row -> CASES.get(row.getString(0)))
                .map(Objects::requireNonNull).toList();
    }

    private RowSet<Row> query(String sql, UUID submission) {
        return pool.preparedQuery(sql).execute(Tuple.of(submission)).await().indefinitely();
    }

    private static void assertStored(ArtifactRef artifact) {
        assertEquals(artifact.digest(), Artifacts.digest(stored(artifact.digest())));
    }

    /** For who wants to check a result: all cases, with a slot where each conversation had its own secret. */
    private static void assertSuiteIsStored(JsonNode summary) {
        String digest = summary.path("suites").path(0).path("digest").asText();
        String cases = new String(stored(digest), StandardCharsets.UTF_8);
        assertEquals(CASES.size(), cases.lines().count());
        assertTrue(cases.contains(SuiteCase.CANARY_SLOT));
    }

    private static byte[] stored(String digest) {
        return TestKeys.as(TestKeys.SERVICE).get("/artifacts/" + digest).then().statusCode(200).extract().asByteArray();
    }
}
