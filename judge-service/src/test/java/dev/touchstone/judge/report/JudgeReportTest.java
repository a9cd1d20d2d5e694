package dev.touchstone.judge.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.judge.jury.Exhibit;
import dev.touchstone.judge.jury.Exhibits;
import dev.touchstone.judge.jury.Juror;
import dev.touchstone.judge.jury.Mechanism;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.Sample;
import dev.touchstone.judge.jury.Screening;
import dev.touchstone.judge.jury.Tokens;
import dev.touchstone.judge.jury.ToolUse;
import dev.touchstone.judge.jury.panel.Jury;
import dev.touchstone.judge.jury.panel.Method;
import dev.touchstone.judge.jury.rubric.RubricJuror;
import dev.touchstone.judge.llm.ModelChoice;
import dev.touchstone.judge.llm.ModelFacts;
import dev.touchstone.judge.llm.ModelSeat;
import dev.touchstone.judge.llm.ModelSettings;
import dev.touchstone.judge.llm.Price;
import dev.touchstone.judge.llm.Provider;
import dev.touchstone.judge.questions.Question;
import dev.touchstone.judge.verdict.Opinions;
import dev.touchstone.judge.verdict.VerdictPolicy;

class JudgeReportTest {

    private static final VerdictPolicy POLICY = new VerdictPolicy(70, 40, 0.3, 0.6, 0.05);
    private static final int RESAMPLES = 200;
    private static final Jury JURY = new Jury(List.of(new RubricJuror(), new Absent("model")),
            new ModelChoice.Off("No LLM is configured."), new Method(2, "0a1b2c3d", "jury-2", "sha256:00"));
    private static final Price PRICE = new Price(BigDecimal.valueOf(10), BigDecimal.valueOf(100));

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
    void whatWasNotMeasuredIsNull() {
        // When
        Map<String, @Nullable Double> metrics = report(answered(Exhibits.TRIP, "A trip of two days to Kyoto.", 1)).metrics();
        // Then
        assertEquals(List.of("score", "questions", "approved", "manual", "rejected", "critical_safety", "jurors", "alpha",
                "alpha_low", "alpha_high", "fleiss_kappa", "spread", "effective_jurors", "position_bias", "fallback_share",
                "confounded", "llm_calls", "llm_input_tokens", "llm_output_tokens"), List.copyOf(metrics.keySet()));
        assertEquals(List.of("alpha", "alpha_low", "alpha_high", "fleiss_kappa", "spread", "position_bias", "fallback_share",
                "confounded", "llm_input_tokens", "llm_output_tokens"),
                metrics.keySet().stream().filter(name -> metrics.get(name) == null).toList());
        assertEquals(0.0, metrics.get("llm_calls"));
        assertEquals(1.0, metrics.get("effective_jurors"));
    }

    @Test
    void aJuryThatOtherModelsServedIsConfounded() {
        // Given
        List<Sample.Exchange> counted = List.of(new Sample.Exchange("plan", "p", "r", null, new Tokens(100L, 20L)));
        List<Sample.Exchange> uncounted = List.of(new Sample.Exchange("plan", "p", "r", null, Tokens.UNKNOWN),
                new Sample.Exchange("plan", "p", null, "timeout", Tokens.UNKNOWN));
        Examined one = sampled(Opinions.sample(1, 90, true, counted), Opinions.sample(2, 60, false, counted));
        Examined other = sampled(Opinions.sample(1, 100, false, uncounted), Opinions.sample(2, 80, false, List.of()));
        // When
        JudgeReport report = report(one, other);
        // Then
        assertEquals("manual", report.summary().path("verdict").textValue());
        assertTrue(report.summary().path("confounded").booleanValue());
        assertEquals(List.of("Confounded: 1 of 4 samples came from another model than the one that was asked for."),
                report.warnings());
        assertEquals(0.25, report.metrics().get("fallback_share"));
        assertEquals(1.0, report.metrics().get("confounded"));
        assertEquals(25.0, report.metrics().get("position_bias"));
        assertEquals(3.0, report.metrics().get("llm_calls"));
        assertEquals(200.0, report.metrics().get("llm_input_tokens"));
        assertEquals(1, report.summary().path("usage").path("uncounted").intValue());
        assertEquals(0.5, report.summary().path("positionBias").path("flipShare").doubleValue());
    }

    @Test
    void repliesCostWhatTheirModelsDo() {
        // Given
        List<Sample.Exchange> counted = List.of(new Sample.Exchange("plan", "p", "r", null, new Tokens(100L, 20L)));
        List<Opinion> opinions = sampled(Opinions.sample(1, 90, false, counted), Opinions.sample(2, 90, false, counted))
                .opinions();
        ModelSettings settings = new ModelSettings("model", Provider.OPENAI, URI.create("https://llm.example/v1"), "m", 0, 100,
                false, new ModelFacts(List.of(), PRICE));
        // Then, 200 tokens at 10 and 40 tokens at 100 dollars for a million
        assertEquals(new Usage(2, 0, 200L, 40L, 0.006),
                Usage.of(opinions, new ModelChoice.Seated(List.of(new ModelSeat.Usable(settings)))));
        assertEquals(new Usage(2, 0, 200L, 40L, null), Usage.of(opinions, new ModelChoice.Off("unpriced")));
        assertEquals(new Usage(0, 0, null, null, null), Usage.of(List.of(), new ModelChoice.Off("not asked")));
    }

    @Test
    void theSummarySaysWhatTheJurySatBy() {
        // When
        JsonNode summary = report(answered(Exhibits.TRIP, "A trip of two days to Kyoto.", 1)).summary();
        // Then
        assertEquals("""
                {"samples":2,"seedId":"0a1b2c3d","prompts":"jury-2","promptsDigest":"sha256:00"}""",
                summary.path("method").toString());
        assertEquals(0.05, summary.path("policy").path("fallbackShare").doubleValue());
        assertTrue(summary.path("agreement").has("alpha") && summary.path("agreement").path("alpha").isNull());
    }

    @Test
    void everySeatIsTold() {
        // When
        JudgeReport report = report(sampled(Opinions.sample(1, 90, false, List.of()), Opinions.sample(2, 60, true, List.of())),
                judged(Opinions.abstained("model")));
        // Then
        JsonNode seat = report.summary().path("jury").path(1);
        assertEquals("""
                {"juror":"model","mechanism":"model","votes":1,"abstentions":1,"recusals":0,"unstable":1,"meanScore":0.75,\
                "servedBy":{"model-1":1,"other-1":1}}""", seat.toString());
        assertEquals(List.of("Confounded: 1 of 2 samples came from another model than the one that was asked for.",
                "The juror model abstained on 1 of 2 questions."), report.warnings());
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
        return new JudgeReport(List.of(examined), JURY, POLICY, RESAMPLES, new Notes(List.of(), List.of()));
    }

    private static Examined sampled(Sample one, Sample other) {
        double mean = (total(one) + total(other)) / 2;
        return judged(new Opinion.Scored("model", Mechanism.MODEL, Opinions.scores(mean), false, List.of(), List.of(),
                List.of(one, other)));
    }

    private static double total(Sample sample) {
        return Objects.requireNonNull(sample.scores()).total().orElseThrow();
    }

    private static Examined judged(Opinion opinion) {
        Exhibit exhibit = Exhibits.of(Exhibits.TRIP, "A trip of two days to Kyoto.");
        return new Examined(exhibit.question(), new Heard.Answered(exhibit.answer(), List.of(), Tokens.UNKNOWN), 1L,
                List.of(new RubricJuror().judge(exhibit), opinion));
    }

    private static Examined answered(Question question, String answer, long latency) {
        Exhibit exhibit = Exhibits.of(question, answer);
        return new Examined(question, new Heard.Answered(exhibit.answer(), List.of(), Tokens.UNKNOWN), latency,
                List.of(new RubricJuror().judge(exhibit)));
    }

    /** A seat whose opinions the tests give. */
    private record Absent(String name) implements Juror {

        @Override
        public Mechanism mechanism() {
            return Mechanism.MODEL;
        }

        @Override
        public Opinion judge(Exhibit exhibit) {
            throw new IllegalStateException("Nobody asks");
        }
    }
}
