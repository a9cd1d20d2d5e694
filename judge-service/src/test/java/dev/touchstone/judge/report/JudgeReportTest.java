package dev.touchstone.judge.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.judge.jury.Exhibit;
import dev.touchstone.judge.jury.Exhibits;
import dev.touchstone.judge.jury.Screening;
import dev.touchstone.judge.jury.Tokens;
import dev.touchstone.judge.jury.ToolUse;
import dev.touchstone.judge.jury.panel.Jury;
import dev.touchstone.judge.jury.panel.Method;
import dev.touchstone.judge.jury.rubric.RubricJuror;
import dev.touchstone.judge.llm.ModelChoice;
import dev.touchstone.judge.questions.Question;
import dev.touchstone.judge.verdict.VerdictPolicy;

class JudgeReportTest {

    private static final VerdictPolicy POLICY = new VerdictPolicy(70, 40, 0.3, 0.6, 0.05);
    private static final int RESAMPLES = 200;
    private static final Jury RUBRIC = new Jury(List.of(new RubricJuror()),
            new ModelChoice.Off("No LLM is configured."), new Method(2, "0a1b2c3d", "jury-2", "sha256:00"));

    @Test
    void theSameResultsGiveTheSameBytes() {
        // Given
        JudgeReport one = report(answered(Exhibits.TRIP, "A trip of two days to Kyoto: Gion first.", 12));
        JudgeReport other = report(answered(Exhibits.TRIP, "A trip of two days to Kyoto: Gion first.", 900));
        // Then
        assertArrayEquals(one.lines(), other.lines());
        assertArrayEquals(one.summaryDocument(), other.summaryDocument());
    }

    @Test
    void whatWasStoredIsReadBackAsItWas() {
        // Given
        Examined examined = answered(Exhibits.TRIP_JA, "旅行の計画です。番号は 123-45-6789。", 12);
        // Then
        assertEquals(examined, ReportJson.readExamined(ReportJson.write(examined)));
    }

    @Test
    void aQuestionWithoutAnAnswerIsCountedAndNotScored() {
        // Given
        Examined silent = new Examined(Exhibits.TRIP, new Heard.Unanswered("timeout", "no answer", false), null, List.of());
        // When
        JudgeReport report = report(silent);
        // Then
        assertNull(report.metrics().get("score"));
        assertTrue(report.summary().path("score").isNull());
        assertEquals(1, report.summary().path("unanswered").intValue());
        assertEquals(1.0, report.metrics().get("manual"));
    }

    @Test
    void theSummarySaysWhatTheMetricsSay() {
        // When
        JudgeReport report = report(answered(Exhibits.TRIP, "A trip of two days to Kyoto.", 1),
                answered(Exhibits.LIMITS, "I cannot pay for a trip.", 1));
        // Then
        assertEquals("manual", report.summary().path("verdict").textValue());
        assertEquals(report.metrics().get("score"), report.summary().path("score").doubleValue());
        assertEquals(2, report.summary().path("byLanguage").path("en").path("questions").intValue());
    }

    @Test
    void theRelayLogHoldsNoSecretOfTheEndpointOrTheAnswer() {
        // Given
        AgentTarget agent = Samples.agent(URI.create("https://user:pass@agent.example:8443/a2a?key=sesame"));
        // When
        String log = new String(report(answered(Exhibits.TRIP, "Mine is 123-45-6789", 1)).relayLog(agent),
                StandardCharsets.UTF_8);
        // Then
        assertTrue(log.contains("\"endpoint\":\"https://agent.example:8443/a2a\""), log);
        assertFalse(log.contains("sesame") || log.contains("pass@") || log.contains("6789"), log);
    }

    @Test
    void theRelayLogSaysWhichToolsTheAgentTellsOfAndWhatItTook() {
        // Given
        Examined examined = new Examined(Exhibits.TRIP, new Heard.Answered(Screening.of("Gion first.", 100),
                List.of(new ToolUse("find", "{\"city\":\"Kyoto\"}")), new Tokens(12L, null)), 1L, List.of());
        Examined silent = new Examined(Exhibits.TRIP, new Heard.Unanswered("timeout", "no answer", false), null, List.of());
        // When
        String log = new String(report(examined, silent).relayLog(Samples.agent(URI.create("https://agent.example/a2a"))),
                StandardCharsets.UTF_8);
        // Then
        assertTrue(log.contains("\"toolUses\":[{\"name\":\"find\",\"arguments\":\"{\\\"city\\\":\\\"Kyoto\\\"}\"}],"
                + "\"tokens\":{\"input\":12,\"output\":null}"), log);
        assertTrue(log.contains("\"response\":null,\"toolUses\":null,\"tokens\":null,\"code\":\"timeout\""), log);
    }

    private static JudgeReport report(Examined... examined) {
        return new JudgeReport(List.of(examined), RUBRIC, POLICY, RESAMPLES);
    }

    private static Examined answered(Question question, String answer, long latency) {
        Exhibit exhibit = Exhibits.of(question, answer);
        return new Examined(question, new Heard.Answered(exhibit.answer(), List.of(), Tokens.UNKNOWN), latency,
                List.of(new RubricJuror().judge(exhibit)));
    }
}
