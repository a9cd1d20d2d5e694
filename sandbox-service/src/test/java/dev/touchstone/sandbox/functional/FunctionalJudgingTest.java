package dev.touchstone.sandbox.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Tokens;
import dev.touchstone.sandbox.Usage;
import dev.touchstone.sandbox.Utterance;
import dev.touchstone.sandbox.attempt.Budget;
import dev.touchstone.sandbox.attempt.Ending;
import dev.touchstone.sandbox.attempt.NotATranscript;
import dev.touchstone.sandbox.attempt.Report;
import dev.touchstone.sandbox.attempt.Schemas;
import dev.touchstone.sandbox.attempt.StoredSession;

class FunctionalJudgingTest {

    @Test
    void whoeverHasTheTranscriptGetsTheSameReports() throws InterruptedException {
        // Given
        List<Report> made = attempt();
        // When
        List<Report> again = Tries.JUDGING.judge(made.getLast().text());
        // Then
        assertEquals(List.of("functional_report.jsonl", "functional_prompts.jsonl", "functional_summary.json",
                "functional_transcript.jsonl"), made.stream().map(Report::name).toList());
        assertEquals(made.subList(0, 3), again);
        Schemas.assertDescribe(made);
    }

    @Test
    void figuresOfAnotherModelAreNotHad() throws InterruptedException {
        // Given
        String transcript = attempt().getLast().text().replace("\"words\",\"digest\"", "\"other\",\"digest\"");
        // Then
        assertThrows(NotATranscript.class, () -> Tries.JUDGING.judge(transcript));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{}", "null",
            "{\"format\":\"touchstone-transcript/1\",\"stage\":\"security\"}",
            "{\"format\":\"touchstone-transcript/1\",\"stage\":\"functional\"}",
            "{\"format\":\"touchstone-transcript/1\",\"stage\":\"functional\",\"rules\":{},\"model\":7}",
            "{\"format\":\"touchstone-transcript/1\",\"stage\":\"functional\",\"rules\":{},\"suites\":[],\"card\":\"\","
                    + "\"model\":{\"name\":\"words\",\"digest\":\"sha256:0\"}}" })
    void whatIsNoTranscriptIsNotJudged(String text) {
        assertThrows(NotATranscript.class, () -> Tries.JUDGING.judge(text));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"scenario\":null}",
            "{\"scenario\":{\"id\":\"x\",\"source\":{\"kind\":\"suite\"},\"language\":\"en\",\"turns\":[{}]},"
                    + "\"notExecuted\":\"x\"}",
            "{\"scenario\":{\"id\":\"x\",\"useCase\":\"\",\"language\":\"en\",\"source\":{\"kind\":\"suite\",\"ref\":\"\"},"
                    + "\"turns\":[{\"question\":\"\",\"expected\":\"\",\"aim\":\"topic\"}]},\"transcript\":{\"turns\":[{\"prompt\":\"\","
                    + "\"heard\":{\"secrets\":[],\"toolCalls\":[]}}],\"assessments\":[]}}",
            "{\"scenario\":{\"id\":\"x\",\"turns\":[]}}",
            "{\"scenario\":{\"id\":\"x\",\"useCase\":\"\",\"language\":\"en\",\"source\":{\"kind\":\"suite\",\"ref\":\"\"},"
                    + "\"turns\":[{\"question\":\"\",\"expected\":\"\",\"aim\":\"topic\"}]},"
                    + "\"transcript\":{\"turns\":[],\"failure\":null,\"assessments\":[]}}" })
    void aLineThatIsNoScenarioIsNotJudged(String line) throws InterruptedException {
        // Given
        String header = attempt().getLast().text().lines().findFirst().orElseThrow();
        // Then
        assertThrows(NotATranscript.class, () -> Tries.JUDGING.judge(header + "\n" + line + "\n"));
    }

    /** One answer of each kind: good, far, refused, cut off, a secret, none. */
    private static List<Report> attempt() throws InterruptedException {
        List<Scenario> scenarios = List.of("good", "far", "refused", "secret", "none").stream()
                .map(kind -> Tries.scenario(kind, Tries.topic("Which train is " + kind + "?", "the red train goes to town"),
                        Tries.topic("And when is " + kind + "?", "the red train goes every hour")))
                .toList();
        Ending ending = Tries.run(scenarios, Budget.unlimited((agent, prompt) -> answer(prompt.text())), StoredSession.empty(),
                Tries.ScriptedLlm.saying("pass", "the red train goes"));
        return ending.reports();
    }

    private static Answer answer(String question) {
        String text = question.contains("far") ? "Bananas are rich in potassium and taste sweet"
                : question.contains("refused") ? "I'm sorry, but I can't help with that."
                        : question.contains("secret") ? "the red train goes to town, glpat-0123456789abcdefghij"
                                : question.contains("when") ? "the red train goes every hour" : "the red train goes to town";
        return question.contains("none") ? new Answer.Failed(FailureCode.TIMEOUT, "too slow", Duration.ofMillis(9), Usage.NONE)
                : new Answer.Said(new Utterance(text, List.of(), new Tokens(7L, null)), null, Duration.ofMillis(3), Usage.NONE);
    }
}
