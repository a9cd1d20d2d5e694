package dev.touchstone.sandbox.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.events.Stage;
import dev.touchstone.events.codec.EventJson;

class TranscriptFileTest {

    @Test
    void whatWasWrittenIsReadAgain() {
        // Given
        Report file = TranscriptFile.of(Stage.SECURITY, EventJson.mapper().createObjectNode().put("sample", 2),
                List.of(Map.of("case", "a"), Map.of("case", "b")));
        // When
        TranscriptFile read = TranscriptFile.read(file.text());
        // Then
        assertEquals("security_transcript.jsonl", file.name());
        assertEquals(Stage.SECURITY, read.stage());
        assertEquals(2, read.header().path("sample").asInt());
        assertEquals(List.of("a", "b"), read.cases().stream().map(each -> each.path("case").asText()).toList());
        assertEquals(file, TranscriptFile.of(read.stage(), read.header(), read.cases()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "x", "[]", "{}", "{\"format\":\"touchstone-transcript/2\",\"stage\":\"security\"}",
            "{\"format\":\"touchstone-transcript/1\",\"stage\":\"lunch\"}",
            "{\"format\":\"touchstone-transcript/1\",\"stage\":\"security\"}\n7" })
    void whatIsNoTranscriptIsRefused(String text) {
        assertThrows(NotATranscript.class, () -> TranscriptFile.read(text));
    }
}
