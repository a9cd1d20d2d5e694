package dev.touchstone.judge.jury.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedByTest {

    @ParameterizedTest
    @CsvSource({ "gpt-4o, gpt-4o", "gpt-4o, gpt-4o-2024-08-06", "gpt-4, gpt-4-0613",
            "claude-sonnet-4-5, claude-sonnet-4-5-20250929",
            "claude-3-5-sonnet-latest, claude-3-5-sonnet-20241022", "gemini-1.5-flash, gemini-1.5-flash-002",
            "llama3, llama3:8b" })
    void aVersionOfTheModelIsTheModel(String asked, String served) {
        assertFalse(noted(asked, served).isFallback());
    }

    @ParameterizedTest
    @CsvSource({ "gpt-4o, gpt-4o-mini", "gpt-4o, gpt-4o-mini-2024-07-18", "gpt-4, gpt-4-turbo", "gpt-4, gpt-4o",
            "claude-sonnet-4, claude-sonnet-4-5", "gpt-4o-2024-08-06, gpt-4o", "gpt-4o, GPT-4O", "gpt-4o, ''",
            "gpt-4o, gpt-4o-2024-08-06 and more", "-latest, gpt" })
    void anyOtherNameIsAFallback(String asked, String served) {
        assertTrue(noted(asked, served).isFallback());
    }

    @Test
    void oneReplyOfAnotherModelMakesTheSampleAFallbacks() {
        // Given
        ServedBy servedBy = new ServedBy("gpt-4o", List.of());
        // When
        servedBy.note("gpt-4o");
        servedBy.note("small-1");
        servedBy.note("gpt-4o");
        // Then
        assertTrue(servedBy.isFallback());
        assertEquals("small-1", servedBy.name());
    }

    @Test
    void nobodyServedWhatWasNotAsked() {
        assertNull(new ServedBy("gpt-4o", List.of()).name());
        assertFalse(new ServedBy("gpt-4o", List.of()).isFallback());
    }

    private static ServedBy noted(String asked, String served) {
        ServedBy servedBy = new ServedBy(asked, List.of("llama3:8b"));
        servedBy.note(served);
        return servedBy;
    }
}
