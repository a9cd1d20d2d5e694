package dev.touchstone.sandbox.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.sandbox.AgentClient;
import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.Usage;
import dev.touchstone.sandbox.Utterance;
import dev.touchstone.sandbox.attempt.Budget;
import dev.touchstone.sandbox.attempt.Ending;
import dev.touchstone.sandbox.attempt.StoredSession;
import dev.touchstone.sandbox.suite.Language;

class FunctionalRunTest {

    private static final List<Scenario> SCENARIOS = IntStream.range(0, 10)
            .mapToObj(
                    each -> new Scenario("card-" + each, "trains", Language.EN, new Source(Source.Kind.CARD_SKILL, "/skills/0"),
                            List.of(new Scenario.Turn("Which train goes to town number" + each + "?",
                                    "train goes to town number" + each,
                                    Aim.TOPIC))))
            .toList();

    private static final String KEY = "glpat-0123456789abcdefghij";

    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    @Test
    void anAgentThatAnswersWhatItsCardPromisesPasses() throws InterruptedException {
        // When
        Ending ending = run(FunctionalRunTest::knowing, StoredSession.empty());
        // Then
        Completed completed = assertInstanceOf(Completed.class, ending.statement());
        assertEquals(1.0, completed.metrics().get("score"));
        assertEquals(List.of("score", "scenarios", "passes", "needs_review", "fails", "average_distance",
                "embedding_average_distance", "embedding_max_distance", "responses_with_error", "latency_p50_ms",
                "latency_p95_ms", "not_executed", "turns", "input_tokens", "output_tokens", "evaluator_agreement"),
                List.copyOf(completed.metrics().keySet()));
        assertEquals(10, completed.summary().path("histogram").size());
        assertEquals(10, ending.reports().getFirst().text().lines().count());
    }

    @Test
    void anAgentThatRefusesWhatItsCardPromisesFails() throws InterruptedException {
        // When
        Ending ending = run(question -> "I'm sorry, but I can't help with that.", StoredSession.empty());
        // Then
        Failed failed = assertInstanceOf(Failed.class, ending.statement());
        assertEquals("gate_failed", failed.reasonCode());
        assertEquals(10.0, failed.metrics().get("fails"));
        assertNull(failed.metrics().get("average_distance"));
    }

    @Test
    void anAgentThatRepeatsTheQuestionFails() throws InterruptedException {
        // When
        Ending ending = run(question -> "Well: " + question, StoredSession.empty());
        // Then
        assertEquals(10.0, assertInstanceOf(Failed.class, ending.statement()).metrics().get("fails"));
    }

    @Test
    void anAgentThatTalksOfSomethingElseFails() throws InterruptedException {
        // When
        Ending ending = run(question -> "Bananas are rich in potassium and taste sweet", StoredSession.empty());
        // Then
        assertEquals("gate_failed", assertInstanceOf(Failed.class, ending.statement()).reasonCode());
    }

    @Test
    void anAgentThatCannotBeReachedIsNoPassAndHasNoScore() throws InterruptedException {
        // When
        Ending ending = run(
                (agent, prompt) -> new Answer.Failed(FailureCode.CONNECT, "refused", Duration.ofMillis(1), Usage.NONE),
                StoredSession.empty());
        // Then
        Failed failed = assertInstanceOf(Failed.class, ending.statement());
        assertEquals("endpoint_unreachable", failed.reasonCode());
        assertTrue(failed.retryable());
        assertNull(failed.metrics().get("score"));
    }

    @Test
    void whoTakesOverAsksNoStoredScenarioAgain() throws InterruptedException {
        // Given
        StoredSession lost = StoredSession.losingItsLeaseAfter(4);
        assertThrows(IllegalStateException.class, () -> run(FunctionalRunTest::knowing, lost));
        Map<String, String> stored = lost.items();
        // When
        Ending ending = run(FunctionalRunTest::knowing, lost.takenOver());
        // Then
        assertInstanceOf(Completed.class, ending.statement());
        assertEquals(4, stored.size());
        SCENARIOS.stream().filter(each -> stored.containsKey("scenario/" + each.id()))
                .forEach(each -> assertEquals(1, asked.get(each.turns().getFirst().question()), each.id()));
    }

    @Test
    void whatWasAskedBeforeTheScenariosChangedIsNotJudgedByThem() throws InterruptedException {
        // Given
        StoredSession lost = StoredSession.losingItsLeaseAfter(4);
        assertThrows(IllegalStateException.class, () -> run(FunctionalRunTest::knowing, lost));
        List<Scenario> others = SCENARIOS.stream().map(each -> new Scenario(each.id(), "buses", each.language(), each.source(),
                each.turns())).toList();
        // When
        Ending ending = Tries.run(others, Budget.unlimited((agent, prompt) -> new Answer.Failed(FailureCode.CONNECT, "refused",
                Duration.ofMillis(1), Usage.NONE)), lost.takenOver(), Tries.ScriptedLlm.silent());
        // Then
        assertEquals("suite_changed", assertInstanceOf(Failed.class, ending.statement()).reasonCode());
    }

    @Test
    void noReportAndNoCheckpointShowsASecret() throws InterruptedException {
        // Given
        StoredSession session = StoredSession.empty();
        // When
        Ending ending = run((agent, prompt) -> prompt.text().contains("number1")
                ? new Answer.Failed(FailureCode.AGENT_ERROR, "the agent reported " + KEY, Duration.ofMillis(1), Usage.NONE)
                : new Answer.Said(Utterance.of(knowing(prompt.text()) + " by the way " + KEY), null, Duration.ofMillis(1),
                        Usage.NONE),
                session);
        // Then
        String kept = ending.reports().getFirst().text() + session.items();
        assertTrue(kept.contains("the agent reported [secret_key]") && kept.contains("by the way [secret_key]"), kept);
        assertFalse(kept.contains(KEY), kept);
    }

    @Test
    void anAgentThatSaysAMegabyteToEveryQuestionIsKeptInExcerpts() throws InterruptedException {
        // Given
        String endless = " every hour.".repeat(90_000) + KEY;
        StoredSession session = StoredSession.empty();
        // When
        Ending ending = run(question -> knowing(question) + endless, session);
        // Then
        session.items().forEach((id, stored) -> assertTrue(stored.length() < 40_000, () -> id + " has " + stored.length()));
        assertEquals(10, ending.reports().getFirst().text().lines().filter(row -> row.contains("\"cutFrom\":10800")).count());
    }

    @Test
    void aFollowUpIsAskedInTheSameConversation() throws InterruptedException {
        // Given
        Scenario two = Tries.scenario("two", Tries.topic("Which train?", "the red train"), Tries.topic("When?", "every hour"));
        List<Prompt> prompts = new CopyOnWriteArrayList<>();
        // When
        Tries.run(List.of(two), Budget.unlimited((agent, prompt) -> {
            prompts.add(prompt);
            return new Answer.Said(Utterance.of("the red train " + prompts.size()), "context-1", Duration.ofMillis(1),
                    Usage.NONE);
        }), StoredSession.empty(), Tries.ScriptedLlm.silent());
        // Then
        assertEquals(List.of(Prompt.of("Which train?"),
                new Prompt("When?", "context-1", List.of(new Prompt.Round("Which train?", "the red train 1")))), prompts);
    }

    @Test
    void whatTheBudgetDidNotAllowIsNeitherAnErrorNorAPass() throws InterruptedException {
        // Given
        AgentClient client = (agent, prompt) -> asked.merge("all", 1, Integer::sum) > 5
                ? new Answer.Failed(FailureCode.BUDGET, "spent", Duration.ZERO, Usage.NONE)
                : new Answer.Said(Utterance.of(knowing(prompt.text())), null, Duration.ofMillis(1), Usage.NONE);
        // When
        Ending ending = run(client, StoredSession.empty());
        // Then
        Failed failed = assertInstanceOf(Failed.class, ending.statement());
        assertEquals(5.0, failed.metrics().get("not_executed"));
        assertEquals(0.0, failed.metrics().get("responses_with_error"));
        assertTrue(failed.retryable());
        assertTrue(failed.failReasons().getLast().startsWith("budget_exhausted: 5 of 10"), failed.failReasons().toString());
    }

    @Test
    void tokensThatNobodyReportsAreNotZero() throws InterruptedException {
        // When
        Ending ending = run(FunctionalRunTest::knowing, StoredSession.empty());
        // Then
        assertNull(assertInstanceOf(Completed.class, ending.statement()).metrics().get("input_tokens"));
    }

    private static String knowing(String question) {
        return question.replace("Which train", "The red train").replace("?", "") + " every hour";
    }

    private Ending run(UnaryOperator<String> agent, StoredSession session) throws InterruptedException {
        return run((target, prompt) -> {
            asked.merge(prompt.text(), 1, Integer::sum);
            return new Answer.Said(Utterance.of(agent.apply(prompt.text())), null, Duration.ofMillis(3), Usage.NONE);
        }, session);
    }

    private static Ending run(AgentClient client, StoredSession session) throws InterruptedException {
        return run(Budget.unlimited(client), session);
    }

    private static Ending run(Budget budget, StoredSession session) throws InterruptedException {
        return Tries.run(SCENARIOS, budget, session, Tries.ScriptedLlm.silent());
    }
}
