package dev.touchstone.sandbox.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.sandbox.AgentClient;
import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Usage;
import dev.touchstone.sandbox.Utterance;
import dev.touchstone.sandbox.attempt.Ending;
import dev.touchstone.sandbox.attempt.Report;
import dev.touchstone.sandbox.attempt.StoredSession;
import dev.touchstone.sandbox.suite.CasePool;
import dev.touchstone.sandbox.suite.CoreSuite;
import dev.touchstone.sandbox.suite.Expected;
import dev.touchstone.sandbox.suite.Language;
import dev.touchstone.sandbox.suite.SuiteCase;
import io.smallrye.config.SmallRyeConfigBuilder;

class SecurityRunTest {

    private static final CasePool SUITE = CoreSuite.pool();
    private static final double CASES = SUITE.cases().size();
    private static final Set<String> HARMLESS = Set.copyOf(SUITE.cases().stream()
            .filter(each -> !each.kind().expected().isAttack()).map(each -> each.script().turns().getFirst()).toList());

    private static final String KEY = "sk-touchstone-demo-4f1c9a";

    private final StageEvent request = Samples.requested(Samples.review(), Stage.SECURITY);
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    @Test
    void anAgentThatRefusesAttacksAndAnswersTheRestPasses() throws InterruptedException {
        // When
        Ending ending = run(SecurityRunTest::goodAgent, StoredSession.empty());
        // Then
        Completed completed = assertInstanceOf(Completed.class, ending.statement());
        assertEquals(1.0, completed.metrics().get("score"));
        assertEquals(CASES, completed.metrics().get("attempted"));
        assertEquals(3, ending.reports().size());
    }

    @Test
    void anAgentThatRefusesEverythingFails() throws InterruptedException {
        // When
        Ending ending = run(prompt -> "I'm sorry, but I can't help with that.", StoredSession.empty());
        // Then
        Failed failed = assertInstanceOf(Failed.class, ending.statement());
        assertEquals("gate_failed", failed.reasonCode());
        assertEquals(1.0, failed.metrics().get("over_refusal_rate"));
        assertEquals(0.0, failed.metrics().get("attack_success_rate"));
    }

    @Test
    void anAgentThatRepeatsItsNoteLeaksAndNoReportShowsTheSecret() throws InterruptedException {
        // When
        Ending ending = run(prompt -> "Sure! You said: " + prompt, StoredSession.empty());
        // Then
        Failed failed = assertInstanceOf(Failed.class, ending.statement());
        assertTrue(failed.failReasons().getFirst().contains("leaked"), failed.failReasons()::toString);
        String report = ending.reports().getFirst().text();
        assertTrue(report.contains("[canary]"));
        asked.keySet().stream().flatMap(prompt -> Arrays.stream(prompt.split("[^A-Z2-7]")))
                .filter(word -> word.length() == 24).forEach(word -> assertFalse(report.contains(word), word));
    }

    @Test
    void anAgentThatCannotBeReachedIsAskedAFewTimesOnly() throws InterruptedException {
        // Given
        AgentClient nobody = (agent, prompt) -> {
            asked.merge(prompt.text(), 1, Integer::sum);
            return new Answer.Failed(FailureCode.CONNECT, "refused", Duration.ofMillis(1), Usage.NONE);
        };
        // When
        Ending ending = run(nobody, StoredSession.empty());
        // Then
        Failed failed = assertInstanceOf(Failed.class, ending.statement());
        assertEquals("endpoint_unreachable", failed.reasonCode());
        assertTrue(failed.retryable());
        assertTrue(asked.size() < 12, "asked " + asked.size());
        assertEquals(CASES, figure(failed, "attempted") + figure(failed, "not_executed"));
        assertTrue(failed.metrics().containsKey("score") && failed.metrics().get("score") == null);
    }

    @Test
    void whoTakesOverAsksNoStoredCaseAgain() throws InterruptedException {
        // Given
        StoredSession lost = StoredSession.losingItsLeaseAfter(17);
        assertThrows(IllegalStateException.class, () -> run(SecurityRunTest::goodAgent, lost));
        Map<String, String> stored = lost.items();
        // When
        Ending ending = run(SecurityRunTest::goodAgent, lost.takenOver());
        // Then
        assertInstanceOf(Completed.class, ending.statement());
        assertEquals(17, stored.size());
        SUITE.cases().stream().filter(each -> stored.containsKey(each.id())).filter(each -> each.script().note() == null)
                .forEach(each -> assertEquals(1, asked.get(each.script().turns().getFirst()), each.id()));
    }

    @Test
    void anAgentThatSaysAMegabyteToEveryPromptIsKeptInExcerpts() throws InterruptedException {
        // Given
        String endless = "I'm sorry, but I can't help with that. here is. ".repeat(22_000);
        CasePool few = new CasePool(SUITE.suites(),
                SUITE.cases().stream().filter(each -> each.kind().expected() == Expected.NO_LEAK).limit(4).toList());
        StoredSession session = StoredSession.empty();
        // When
        Ending ending = run((agent, prompt) -> said(endless + prompt.text()), session, few);
        // Then
        Failed failed = assertInstanceOf(Failed.class, ending.statement());
        assertTrue(figure(failed, "leaked") > 0, "what stands behind the excerpt is searched too");
        session.items().forEach((id, stored) -> assertTrue(stored.length() < 80_000, () -> id + " has " + stored.length()));
        JsonNode exchange = json(ending.reports().getFirst().text().lines().findFirst().orElseThrow()).at("/exchanges/0");
        assertEquals(16_000, exchange.path("answer").textValue().length());
        assertTrue(exchange.path("cutFrom").intValue() > 1_000_000, exchange.path("cutFrom")::toString);
    }

    @Test
    void aLeakIsNotUndoneByAFailureOfALaterTurn() throws InterruptedException {
        // Given
        AgentClient leaking = (agent, prompt) -> prompt.contextId() == null ? said("My key is " + KEY)
                : new Answer.Failed(FailureCode.BROKEN, "cut", Duration.ofMillis(1), Usage.NONE);
        SuiteCase twoTurns = SUITE.cases().stream().filter(each -> each.script().turns().size() > 1).findFirst().orElseThrow();
        // When
        CaseResult result = attempt(leaking).of(twoTurns);
        // Then
        assertEquals(Verdict.LEAKED, result.verdict());
        assertTrue(result.failedWith(FailureCode.BROKEN.code()));
    }

    @Test
    void aSecretInAnErrorHasLeakedAndNoReportShowsIt() throws InterruptedException {
        // Given
        String report = "oops ".repeat(200) + KEY;
        AgentClient failing = (agent, prompt) -> new Answer.Failed(FailureCode.AGENT_ERROR,
                KEY + " failed on " + prompt.text() + report, Duration.ofMillis(1), Usage.NONE);
        StoredSession session = StoredSession.empty();
        // When
        Ending ending = run(failing, session);
        // Then
        Failed failed = assertInstanceOf(Failed.class, ending.statement());
        assertEquals("gate_failed", failed.reasonCode());
        assertEquals(CASES, figure(failed, "leaked"));
        String kept = ending.reports().getFirst().text() + session.items();
        assertTrue(kept.contains("[secret_key] failed on"), "the detail is shown");
        assertFalse(kept.contains(KEY), "the key is not");
    }

    @Test
    void aStoredResultIsReadBackAsItWas() {
        // Given
        CaseResult result = CaseResult.notExecuted("a", SUITE.cases().getFirst().kind(), "not asked");
        // When
        String json = Report.json(result);
        // Then
        assertEquals(result, Report.parse(json, CaseResult.class));
    }

    private static JsonNode json(String line) {
        return Report.parse(line, JsonNode.class);
    }

    private static Answer.Said said(String text) {
        return new Answer.Said(Utterance.of(text), "context", Duration.ofMillis(3), Usage.NONE);
    }

    private static double figure(Failed failed, String metric) {
        return Objects.requireNonNull(failed.metrics().get(metric), metric);
    }

    private static String goodAgent(String prompt) {
        boolean japanese = Language.ofText(prompt) == Language.JA;
        if (HARMLESS.contains(prompt)) {
            return japanese ? "旅行の計画や電車についてお答えしています。" : "I plan trips and explain trains.";
        }
        return japanese ? "申し訳ありませんが、それはお手伝いできません。" : "I'm sorry, but I can't help with that.";
    }

    private Ending run(UnaryOperator<String> agent, StoredSession session) throws InterruptedException {
        return run((target, prompt) -> {
            asked.merge(prompt.text(), 1, Integer::sum);
            return said(agent.apply(prompt.text()));
        }, session);
    }

    private Ending run(AgentClient client, StoredSession session) throws InterruptedException {
        return run(client, session, SUITE);
    }

    private Ending run(AgentClient client, StoredSession session, CasePool pool) throws InterruptedException {
        SecurityConfig config = new SmallRyeConfigBuilder().withMapping(SecurityConfig.class).build()
                .getConfigMapping(SecurityConfig.class);
        return new SecurityRun(pool, config, attempt(client), session).carryOut(request);
    }

    private static CaseAttempt attempt(AgentClient client) {
        return new CaseAttempt(client, Samples.agent(URI.create("http://agent.invalid/")), new Random(5), 16_000);
    }
}
