package dev.touchstone.judge.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.touchstone.judge.jury.Tokens;

/** What every place that keeps replies does. */
abstract class KeptRepliesKit {

    private static final ModelReply.Text REPLY = new ModelReply.Text("{\"score\": \"日本\"}", "model-1", new Tokens(11L, 5L));

    abstract KeptReplies replies();

    @Test
    void whatIsKeptIsFoundAsItWas() {
        // Given
        ModelReply.Text uncounted = new ModelReply.Text("{}", "model-2", Tokens.UNKNOWN);
        // When
        replies().keep("digest-1", REPLY);
        replies().keep("digest-2", uncounted);
        // Then
        assertEquals(Optional.of(REPLY), replies().find("digest-1"));
        assertEquals(Optional.of(uncounted), replies().find("digest-2"));
        assertEquals(Optional.empty(), replies().find("digest-3"));
    }

    @Test
    void theFirstReplyStays() {
        // When
        replies().keep("digest-4", REPLY);
        replies().keep("digest-4", new ModelReply.Text("{}", "model-1", Tokens.UNKNOWN));
        // Then
        assertEquals(Optional.of(REPLY), replies().find("digest-4"));
    }
}
