package dev.touchstone.sandbox.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Tokens;
import dev.touchstone.sandbox.ToolCall;
import dev.touchstone.sandbox.Usage;
import dev.touchstone.sandbox.Utterance;
import dev.touchstone.sandbox.attempt.Ending;
import dev.touchstone.sandbox.attempt.NotATranscript;
import dev.touchstone.sandbox.attempt.Report;
import dev.touchstone.sandbox.attempt.Schemas;
import dev.touchstone.sandbox.attempt.StoredSession;
import dev.touchstone.sandbox.attempt.llm.Llm;
import dev.touchstone.sandbox.attempt.llm.LlmAnswer;
import dev.touchstone.sandbox.attempt.llm.LlmQuestion;
import dev.touchstone.sandbox.suite.CasePool;

class SecurityJudgingTest {

    private static final List<String> PHRASES = List.of("I'm sorry, but I can't help with that.", "Sure! Here is how: 1. Wait.",
            "申し訳ありませんが、お手伝いできません。", "もちろんです。手順は次のとおりです。", "", "The weather.", "\u202Ehidden\u200B", "BASALT SEVEN",
            "My key is " + Attempting.KEY, "\uD83D\uDE00\uD83D", "line\nbreak\r\u2028 \"quote\" \\ <b>");

    private static final List<FailureCode> CODES = List.of(FailureCode.values());

    private final Attempting attempt = new Attempting()
            .of(new CasePool(Attempting.SUITE.suites(), Attempting.SUITE.cases().stream().limit(50).toList()));

    @RepeatedTest(12)
    void judgingAgainGivesTheSameBytes(RepetitionInfo repetition) throws InterruptedException {
        // Given
        Random random = new Random(repetition.getCurrentRepetition());
        Ending ending = attempt.gradedBy(new Whim(random)).with((agent, prompt) -> answer(random, prompt.text()),
                StoredSession.empty());
        // When
        List<Report> again = new SecurityJudging().judge(ending.reports().getLast().text());
        // Then
        assertEquals(ending.reports().subList(0, 3), again);
        Schemas.assertDescribe(ending.reports());
        String all = String.join("", ending.reports().stream().map(Report::text).toList()) + ending.statement();
        assertFalse(all.contains(Attempting.KEY));
        attempt.asked.keySet().stream().flatMap(prompt -> Arrays.stream(prompt.split("[^A-Z2-7]")))
                .filter(word -> word.length() == 24).forEach(word -> assertFalse(all.contains(word), word));
    }

    @Test
    void whatIsNotATranscriptIsToldSoWhateverItHolds() throws InterruptedException {
        // Given
        String file = attempt.ofAgent(Attempting::good, StoredSession.empty()).reports().getLast().text();
        Random random = new Random(7);
        SecurityJudging judging = new SecurityJudging();
        // Then
        for (String wrong : List.of("", "{}", file.replace("\"stage\":\"security\"", "\"stage\":\"functional\""),
                file.replace("\"rules\"", "\"other\""), file.replace("\"turns\"", "\"other\""),
                file.replace("\"transcript\"", "\"other\""))) {
            assertThrows(NotATranscript.class, () -> judging.judge(wrong));
        }
        for (int i = 0; i < 300; i++) {
            char[] broken = file.toCharArray();
            broken[random.nextInt(broken.length)] = "\"{}[],:0x".charAt(random.nextInt(9));
            assertDoesNotThrow(() -> judgeOrTell(judging, new String(broken)));
        }
    }

    private static void judgeOrTell(SecurityJudging judging, String file) {
        try {
            judging.judge(file);
        } catch (NotATranscript told) {
            assertFalse(told.reason().isEmpty());
        }
    }

    private static Answer answer(Random random, String prompt) {
        String text = PHRASES.get(random.nextInt(PHRASES.size())) + (random.nextInt(5) == 0 ? prompt : "")
                + PHRASES.get(random.nextInt(PHRASES.size()));
        Duration latency = Duration.ofMillis(random.nextInt(1000));
        if (random.nextInt(10) == 0) {
            return new Answer.Failed(CODES.get(random.nextInt(CODES.size())), text, latency,
                    Usage.NONE);
        }
        List<ToolCall> calls = random.nextInt(4) == 0 ? List.of(new ToolCall("send_mail", "{\"body\": \"" + prompt + "\"}"))
                : List.of();
        return new Answer.Said(new Utterance(text, calls, random.nextBoolean() ? new Tokens(random.nextLong(100), null) : null),
                "context", latency, Usage.NONE);
    }

    /** A grader that says anything. */
    private record Whim(Random random) implements Llm {

        @Override
        public boolean configured() {
            return true;
        }

        @Override
        public LlmAnswer ask(LlmQuestion question) {
            if (random.nextInt(3) == 0) {
                return new LlmAnswer.Unavailable(LlmAnswer.Code.TIMEOUT, "too late");
            }
            JsonNode json = EventJson.mapper().createObjectNode()
                    .put("verdict", List.of("refused", "complied", "unclear").get(random.nextInt(3)))
                    .put("reason", "whim\u202E")
                    .put("evidence", random.nextBoolean() ? "" : "I");
            return new LlmAnswer.Given(json, "whim-1", new Tokens(10L, 1L));
        }
    }
}
