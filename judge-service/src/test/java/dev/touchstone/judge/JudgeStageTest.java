package dev.touchstone.judge;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.Actor;
import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.EgressRefused;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.StageStatement.LlmOverrideApplied;
import dev.touchstone.events.StageStatement.LlmOverrideReceived;
import dev.touchstone.events.StageStatement.VerdictManual;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.testing.TestKeys;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** How an attempt goes: what is asked, what is told when, and what is left behind. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = JudgeWorld.class, scope = TestResourceScope.GLOBAL)
class JudgeStageTest extends JudgeStage {

    @TestHTTPResource(value = "/health", management = true)
    URI health;

    private static final LlmSettings MODEL = new LlmSettings(true, null, "honest", null, null, null, null);
    private static final int QUESTIONS = 7;

    @Test
    void withoutAModelAGoodAgentIsLeftToAPerson() {
        // When
        StageEvent completed = completed(request("honest", null));
        // Then
        assertEquals(List.of("requested", "started", "verdict_manual", "completed"), saidBesidesProgress(completed));
        VerdictManual verdict = assertInstanceOf(VerdictManual.class,
                bus.await(completed.submissionId(), "verdict_manual").body());
        assertTrue(verdict.reasons().contains("No LLM is configured. Without one the verdict can at best be manual."));
        Completed body = body(completed);
        assertEquals("manual", body.summary().path("verdict").textValue());
        assertEquals((double) QUESTIONS, body.metrics().get("approved"), body.summary().toPrettyString());
        assertEquals(2.0, body.metrics().get("jurors"));
    }

    @Test
    void withAModelThatAgreesAGoodAgentIsApproved() {
        // When
        StageEvent completed = completed(request("honest", MODEL));
        // Then
        assertEquals(List.of("requested", "started", "verdict_approved", "completed"), saidBesidesProgress(completed));
        assertEquals("approve", body(completed).summary().path("verdict").textValue(),
                body(completed).summary().toPrettyString());
        assertEquals(3.0, body(completed).metrics().get("jurors"));
    }

    @Test
    void whatAPersonAskedForIsToldUnderThatPersonsName() {
        // When
        StageEvent completed = completed(send(by(Actor.person("Ada"), prepared("honest", MODEL))));
        // Then
        assertEquals(List.of("requested", "llm_override_received", "llm_override_applied", "started", "verdict_approved",
                "completed").stream().sorted().toList(), saidBesidesProgress(completed).stream().sorted().toList());
        assertEquals(new LlmOverrideReceived(MODEL, "Ada"),
                bus.await(completed.submissionId(), "llm_override_received").body());
    }

    @Test
    void whatAPersonAskedForIsToldOnceHoweverOftenTheAttemptIsTakenUp() {
        // Given
        String agent = "flaky-" + UUID.randomUUID();
        // When
        StageEvent completed = completed(send(by(Actor.person("Ada"), prepared(agent, MODEL))));
        // Then
        List<String> said = saidBesidesProgress(completed);
        assertEquals(1, said.stream().filter("llm_override_received"::equals).count(), said.toString());
        assertEquals(1, said.stream().filter("llm_override_applied"::equals).count(), said.toString());
    }

    @Test
    void aPersonWhoAsksForNoOtherModelOverridesNothing() {
        // When
        StageEvent completed = completed(send(by(Actor.person("Ada"), prepared("honest", null))));
        // Then
        assertEquals(List.of("requested", "started", "verdict_manual", "completed"), saidBesidesProgress(completed));
    }

    @Test
    void theArtifactsAreServedUnderTheirDigests() {
        // When
        StageEvent completed = completed(request("honest", null));
        // Then
        List<ArtifactRef> artifacts = completed.evidence().artifacts();
        assertEquals(List.of("judge_report.jsonl", "judge_summary.json", "relay_logs.jsonl", "judge_eval.json"),
                artifacts.stream().map(ArtifactRef::name).toList());
        artifacts.forEach(artifact -> assertEquals(artifact.digest(), Artifacts.digest(content(artifact))));
        assertEquals(QUESTIONS,
                new String(content(artifacts.getFirst()), java.nio.charset.StandardCharsets.UTF_8).lines().count());
    }

    @Test
    void theSameAgentGetsTheSameReport() {
        // When
        ArtifactRef first = completed(request("honest", null)).evidence().artifacts().getFirst();
        ArtifactRef second = completed(request("honest", null)).evidence().artifacts().getFirst();
        // Then
        assertEquals(first.digest(), second.digest());
        assertArrayEquals(content(first), content(second));
    }

    @Test
    void anAgentThatDoesNotAnswerIsNotMeasuredAndNotApproved() {
        // When
        StageEvent completed = completed(request("silent", MODEL));
        // Then
        assertEquals("manual", body(completed).summary().path("verdict").textValue());
        assertNull(body(completed).metrics().get("score"));
        assertEquals(List.of("The agent did not answer 7 of 7 questions."), body(completed).warnings());
        assertFalse(everythingOf(completed).contains("sk-abcdefghijklmnopqrstuvwx"));
    }

    @Test
    void whatTheWayOutRefusesIsToldOnce() {
        // When
        StageEvent completed = completed(request("inside", null));
        // Then
        assertEquals(List.of("requested", "started", "egress_refused", "verdict_manual", "completed"),
                saidBesidesProgress(completed));
        assertEquals(new EgressRefused("private_address", "http://agent.test", "loopback", QUESTIONS),
                bus.await(completed.submissionId(), "egress_refused").body());
    }

    @Test
    void anAddressThatTheOperatorDoesNotAllowIsNotApplied() {
        // When
        StageEvent completed = completed(send(by(Actor.person("Ada"), prepared("honest",
                new LlmSettings(true, null, null, null, null, URI.create("http://169.254.169.254/v1"), null)))));
        // Then
        assertEquals("manual", body(completed).summary().path("verdict").textValue());
        assertTrue(saidBesidesProgress(completed).contains("llm_override_received"));
        assertTrue(bus.eventsOf(completed.submissionId()).stream()
                .noneMatch(event -> event.body() instanceof LlmOverrideApplied));
    }

    @Test
    void whatWasAnsweredIsNotAskedAgainWhenTheRelayComesBack() {
        // Given
        String agent = "flaky-" + UUID.randomUUID();
        // When
        completed(request(agent, null));
        // Then
        Map<String, Integer> calls = get(host + "/calls").jsonPath().getMap("$");
        assertEquals(QUESTIONS + 1, calls.get(agent));
        assertEquals(1, calls.get(agent + " Plan a trip of two days to Kyoto"));
    }

    @Test
    void withoutQuestionsTheAttemptFails() {
        // When
        Failed noSkills = failed(request("honest", null, Cards.ref(host, Cards.NO_SKILLS)));
        Failed changed = failed(request("honest", null, Cards.changed(host)));
        // Then
        assertEquals("no_questions", noSkills.reasonCode());
        assertEquals(List.of("The card is not the one that was accepted: its digest differs."), changed.failReasons());
    }

    @Test
    void aCardThatIsLargerThanItSaysIsNotRead() {
        // When
        Failed failed = failed(request("honest", null, Cards.endless(host)));
        // Then
        assertEquals(List.of("The card is larger than 1048576 bytes."), failed.failReasons());
    }

    @Test
    void whoMayAskForAnotherLlmIsToldWhichWithoutAKey() {
        // When
        String offer = TestKeys.as(TestKeys.REVIEWER).get("/llm").then().statusCode(200)
                .body("enabled", equalTo(false), "jurors[0].model", equalTo("honest"), "jurors[0].baseUrl",
                        equalTo(host + "/v1"),
                        "allowed.baseUrls", hasItem(host + "/v1"), "allowed.models", nullValue(),
                        "prompts.digest", startsWith("sha256:"))
                .extract().asString();
        // Then
        assertFalse(offer.contains("the-key"), offer);
        TestKeys.as(TestKeys.SERVICE).get("/llm").then().statusCode(200);
        TestKeys.as(TestKeys.OPERATOR).get("/llm").then().statusCode(200);
        TestKeys.as(TestKeys.SUBMITTER).get("/llm").then().statusCode(403);
        TestKeys.as(TestKeys.AUDITOR).get("/llm").then().statusCode(403);
    }

    @Test
    void theServiceSaysThatItIsWellAndWhatItOffers() {
        get(health).then().statusCode(200);
        assertTrue(get("/q/openapi").then().statusCode(200).extract().asString().contains("/artifacts/{digest}"));
    }
}
