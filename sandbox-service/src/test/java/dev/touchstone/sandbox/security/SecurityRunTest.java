package dev.touchstone.sandbox.security;

import static dev.touchstone.sandbox.security.Attempting.CASES;
import static dev.touchstone.sandbox.security.Attempting.KEY;
import static dev.touchstone.sandbox.security.Attempting.SUITE;
import static dev.touchstone.sandbox.security.Attempting.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.sandbox.AgentClient;
import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Usage;
import dev.touchstone.sandbox.attempt.Budget;
import dev.touchstone.sandbox.attempt.Ending;
import dev.touchstone.sandbox.attempt.Report;
import dev.touchstone.sandbox.attempt.StoredSession;
import dev.touchstone.sandbox.attempt.Transcript;
import dev.touchstone.sandbox.suite.CasePool;
import dev.touchstone.sandbox.suite.Expected;
import dev.touchstone.sandbox.suite.Language;
import dev.touchstone.sandbox.suite.SuiteCase;

class SecurityRunTest {

    private final Attempting attempt = new Attempting();

    @Test
    void anAgentThatRefusesAttacksAndAnswersTheRestPasses() throws InterruptedException {
        // When
        Ending ending = attempt.ofAgent(Attempting::good, StoredSession.empty());
        // Then
        Completed completed = assertInstanceOf(Completed.class, ending.statement(), ending.statement()::toString);
        assertEquals(1.0, completed.metrics().get("score"));
        assertEquals(CASES, completed.metrics().get("attempted"));
        assertEquals(List.of("security_report.jsonl", "security_prompts.jsonl", "security_summary.json",
                "security_transcript.jsonl"), ending.reports().stream().map(Report::name).toList());
    }

    @Test
    void theMetricsHaveTheirNamesAndTheSummaryItsGroups() throws InterruptedException {
        // When
        Ending ending = attempt.ofAgent(Attempting::good, StoredSession.empty());
        // Then
        Completed completed = assertInstanceOf(Completed.class, ending.statement());
        assertEquals(List.of("score", "attempted", "blocked", "complied", "leaked", "partial", "needs_review", "suspected",
                "errors", "not_executed", "timeouts", "refusal_rate", "refusal_rate_low", "refusal_rate_high",
                "over_refusal_rate", "over_refusal_rate_low", "over_refusal_rate_high", "attack_success_rate",
                "attack_success_rate_low", "attack_success_rate_high", "latency_p50_ms", "latency_p95_ms", "input_tokens",
                "output_tokens"), List.copyOf(completed.metrics().keySet()));
        JsonNode summary = completed.summary();
        assertEquals(CASES, summary.at("/byLanguage/en/attempted").asInt() + summary.at("/byLanguage/ja/attempted").asInt());
        assertTrue(summary.at("/byCategory/injection/attackSuccessRateHigh").isNumber(), summary::toString);
        assertFalse(summary.path("suites").path(0).path("digest").asText().isEmpty());
        assertFalse(summary.at("/grader/used").asBoolean(true));
        assertTrue(summary.at("/inputTokens").isNull());
    }

    @Test
    void anAgentThatRefusesEverythingFails() throws InterruptedException {
        // When
        Ending ending = attempt.ofAgent(prompt -> "I'm sorry, but I can't help with that.", StoredSession.empty());
        // Then
        Failed failed = assertInstanceOf(Failed.class, ending.statement());
        assertEquals("gate_failed", failed.reasonCode());
        assertEquals(1.0, failed.metrics().get("over_refusal_rate"));
        assertEquals(0.0, failed.metrics().get("attack_success_rate"));
    }

    @Test
    void anAgentThatSpeaksOnlyTheLanguageOfItsCardPasses() throws InterruptedException {
        // Given
        attempt.of(new CardProfile(List.of(Language.JA), List.of("電車")));
        // When
        Ending ending = attempt.ofAgent(
                prompt -> Language.ofText(prompt) == Language.JA ? Attempting.good(prompt) : "申し訳ありませんが、お答えできません。",
                StoredSession.empty());
        // Then
        Completed completed = assertInstanceOf(Completed.class, ending.statement(), ending.statement()::toString);
        assertEquals("電車", completed.summary().at("/contextTerms/0/term").asText());
        assertTrue(completed.summary().at("/byLanguage/en/overRefusalRate").isNull());
    }

    @Test
    void anAgentThatRepeatsItsNoteLeaksAndNoFileShowsTheSecret() throws InterruptedException {
        // When
        Ending ending = attempt.ofAgent(prompt -> "Sure! You said: " + prompt, StoredSession.empty());
        // Then
        Failed failed = assertInstanceOf(Failed.class, ending.statement());
        assertTrue(failed.failReasons().getFirst().contains("leaked"), failed.failReasons()::toString);
        String files = files(ending);
        assertTrue(files.contains("[canary]"));
        attempt.asked.keySet().stream().flatMap(prompt -> Arrays.stream(prompt.split("[^A-Z2-7]")))
                .filter(word -> word.length() == 24).forEach(word -> assertFalse(files.contains(word), word));
    }

    @Test
    void anAgentThatCannotBeReachedIsAskedAFewTimesOnly() throws InterruptedException {
        // When
        Ending ending = attempt.with((agent, prompt) -> failing(FailureCode.CONNECT, "refused"), StoredSession.empty());
        // Then
        Failed failed = assertInstanceOf(Failed.class, ending.statement());
        assertEquals("endpoint_unreachable", failed.reasonCode());
        assertTrue(failed.retryable());
        assertTrue(attempt.asked.size() < 12, () -> "asked " + attempt.asked.size());
        assertEquals(CASES, figure(failed, "attempted") + figure(failed, "not_executed"));
        assertTrue(failed.metrics().containsKey("score") && failed.metrics().get("score") == null);
    }

    @Test
    void whoTakesOverAsksNoStoredCaseAgain() throws InterruptedException {
        // Given
        StoredSession lost = StoredSession.losingItsLeaseAfter(17);
        assertThrows(IllegalStateException.class, () -> attempt.ofAgent(Attempting::good, lost));
        Map<String, String> stored = lost.items();
        // When
        Ending ending = attempt.ofAgent(Attempting::good, lost.takenOver());
        // Then
        assertInstanceOf(Completed.class, ending.statement());
        assertEquals(17, stored.size());
        SUITE.cases().stream().filter(each -> stored.containsKey(each.id())).filter(each -> each.script().note() == null)
                .forEach(each -> assertEquals(1, attempt.asked.get(each.script().turns().getFirst()), each.id()));
    }

    @Test
    void whatAnotherVersionOfTheSuiteAskedIsNotJudgedByThisOne() throws InterruptedException {
        // Given
        StoredSession lost = StoredSession.losingItsLeaseAfter(17);
        assertThrows(IllegalStateException.class, () -> attempt.ofAgent(Attempting::good, lost));
        CasePool other = new CasePool(SUITE.suites(), SUITE.cases().stream().map(each -> new SuiteCase(each.id(), each.kind(),
                new SuiteCase.Script(each.script().note(), List.of("Please. " + each.script().turns().getFirst())),
                each.signs(), each.provenance())).toList());
        // When
        Ending ending = attempt.of(other).ofAgent(Attempting::good, lost.takenOver());
        // Then
        assertEquals("suite_changed", assertInstanceOf(Failed.class, ending.statement()).reasonCode());
    }

    @Test
    void casesForWhichTheBudgetDoesNotReachAreNotTheAgentsErrors() throws InterruptedException {
        // Given
        Budget spent = Budget.unlimited((agent, prompt) -> attempt.asked.size() > 30
                ? failing(FailureCode.BUDGET, "10 requests are all that there are")
                : answered(prompt.text()));
        // When
        Ending ending = attempt.within(spent).with((agent, prompt) -> said("never asked"), StoredSession.empty());
        // Then
        Failed failed = assertInstanceOf(Failed.class, ending.statement());
        assertEquals(0.0, failed.metrics().get("errors"));
        assertTrue(figure(failed, "not_executed") > 100, failed::toString);
        assertTrue(failed.retryable());
    }

    @Test
    void withoutABudgetNobodyIsAskedAndNobodyIsBlamed() throws InterruptedException {
        // Given
        Budget spent = Budget.unlimited((agent, prompt) -> failing(FailureCode.BUDGET, "nothing is left"));
        // When
        Ending ending = attempt.within(spent).with((agent, prompt) -> said("never asked"), StoredSession.empty());
        // Then
        assertEquals(Budget.EXHAUSTED, assertInstanceOf(Failed.class, ending.statement()).reasonCode());
    }

    @Test
    void anAgentThatSaysAMegabyteToEveryPromptIsKeptInExcerpts() throws InterruptedException {
        // Given
        String endless = "I'm sorry, but I can't help with that. here is. ".repeat(22_000);
        CasePool few = new CasePool(SUITE.suites(),
                SUITE.cases().stream().filter(each -> each.kind().expected() == Expected.NO_LEAK).limit(4).toList());
        StoredSession session = StoredSession.empty();
        // When
        Ending ending = attempt.of(few).ofAgent(prompt -> endless + prompt, session);
        // Then
        Failed failed = assertInstanceOf(Failed.class, ending.statement());
        assertTrue(figure(failed, "leaked") > 0, "what stands behind the excerpt is searched too");
        session.items().forEach((id, stored) -> assertTrue(stored.length() < 80_000, () -> id + " has " + stored.length()));
        JsonNode row = Report.parse(ending.reports().getFirst().text().lines().findFirst().orElseThrow(), JsonNode.class);
        assertEquals(16_000, row.at("/exchanges/0/answer").textValue().length());
        assertTrue(row.at("/exchanges/0/cutFrom").intValue() > 1_000_000, row::toString);
    }

    @Test
    void aLeakIsNotUndoneByAFailureOfALaterTurn() throws InterruptedException {
        // Given
        AgentClient leaking = (agent, prompt) -> prompt.contextId() == null ? said("My key is " + KEY)
                : failing(FailureCode.BROKEN, "cut");
        SuiteCase twoTurns = SUITE.cases().stream().filter(each -> each.script().turns().size() > 1).findFirst().orElseThrow();
        // When
        Transcript said = Attempting.talk(leaking).about(twoTurns);
        // Then
        CaseResult result = CaseJudge.judge(CaseLine.of(twoTurns, said));
        assertEquals(Verdict.LEAKED, result.verdict());
        assertTrue(result.failedWith(FailureCode.BROKEN.code()));
    }

    @Test
    void aSecretInAnErrorHasLeakedAndNoFileShowsIt() throws InterruptedException {
        // Given
        String report = "oops ".repeat(200) + KEY;
        StoredSession session = StoredSession.empty();
        // When
        Ending ending = attempt.with(
                (agent, prompt) -> failing(FailureCode.AGENT_ERROR, KEY + " failed on " + prompt.text() + report), session);
        // Then
        Failed failed = assertInstanceOf(Failed.class, ending.statement());
        assertEquals("gate_failed", failed.reasonCode());
        assertEquals(CASES, figure(failed, "leaked"));
        String kept = files(ending) + session.items() + failed;
        assertTrue(kept.contains("[secret_key] failed on"), "the detail is shown");
        assertFalse(kept.contains(KEY), "the key is not");
    }

    private Answer answered(String prompt) {
        attempt.asked.merge(prompt, 1, Integer::sum);
        return said(Attempting.good(prompt));
    }

    private static Answer failing(FailureCode code, String detail) {
        return new Answer.Failed(code, detail, Duration.ofMillis(1), Usage.NONE);
    }

    private static String files(Ending ending) {
        return ending.reports().stream().map(Report::text).collect(Collectors.joining());
    }

    private static double figure(Failed failed, String metric) {
        return Objects.requireNonNull(failed.metrics().get(metric), metric);
    }
}
