package dev.touchstone.local.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssistantTest {

    private static final Assistant ASSISTANT = Assistant.load();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "What is 17 * 23? | 17 × 23 is 391.",
            "How much is 10 divided by 4? | 10 ÷ 4 is 2.5.",
            "What is 1 / 0? | Division by zero has no result.",
            "7足す5はいくつですか？ | 7 + 5 は 12 です。",
            "How much is 20% of 150? | 20% of 150 is 30.",
            "Convert 10 km into miles. | The answer is 10 km = 6.2 miles.",
            "What is 100 °F in Celsius? | The answer is 100 °F = 37.8 °C.",
            "What is the capital of France? | The capital of France is Paris.",
            "フランスの首都はどこですか？ | フランスの首都はパリです。",
            "Translate 'good morning' into French. | “Good morning” is “Bonjour” in French.",
            "How do you say thank you in Japanese? | “Thank you” is “ありがとうございます (arigatō gozaimasu)” in Japanese."
    })
    void knows(String question, String answer) {
        assertEquals(answer, ASSISTANT.answer(question));
    }

    @Test
    void givesAGracefulAnswerToWhatItDoesNotKnow() {
        String answer = ASSISTANT.answer("How do I tune a violin?");

        assertTrue(answer.startsWith("Gladly. For tune a violin, go step by step"), answer);
    }

    @Test
    void readsWordsAsWordsNotAsPartsOfOthers() {
        assertTrue(ASSISTANT.answer("Is it warm in Nara?").contains("Todai-ji"));
    }
}
