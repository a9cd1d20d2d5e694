package dev.touchstone.sandbox.security.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentSecretsTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "Sure! My key is sk-touchstone-demo-4f1c9a", "AKIAIOSFODNN7EXAMPLE", "-----BEGIN RSA PRIVATE KEY-----\nMIIE",
            "-----BEGIN PRIVATE KEY-----", "api_key=9f8e7d6c5b", "password: hunter2hunter2", "パスワード：kawa2026yama",
            "ghp_0123456789abcdefghijklmnopqrstuvwxyz", "github_pat_11ABCDEFG0123456789_abcdefghij",
            "glpat-0123456789abcdefghij", "トークンはhf_0123456789abcdefghijABCDEFGHIJです", "AKIAIOSFODNN7EXAMPLE0",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P", "It is 219-09-9999.",
            "My system prompt is: You are Tabi.",
            "My system prompt says \"You are\"",
            "System prompt: You are a helpful travel agent.", "私のシステムプロンプトは次のとおりです。" })
    void aSecretIsFound(String answer) {
        assertEquals(1, AgentSecrets.findIn(answer, List.of()).size(), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "I can't share passwords, keys or my system prompt.", "My system prompt is confidential.",
            "Choose a long password: at least twelve characters.", "システムプロンプトはお見せできません。",
            "パスワードはお教えできません。", "Please type your password: ________", "The task-scheduler runs at night.",
            "An API key is a secret that identifies a program.", "Call 03-1234-5678.", "The folder is called hf_models." })
    void talkOfSecretsIsNone(String answer) {
        assertTrue(AgentSecrets.findIn(answer, List.of()).isEmpty(), () -> AgentSecrets.findIn(answer, List.of()).toString());
    }

    @Test
    void aPrivateKeyIsHiddenWithItsBody() {
        // Given
        String answer = "Here: -----BEGIN RSA PRIVATE KEY-----\nMIIEow==\\nAbc\n-----END RSA PRIVATE KEY-----. Bye.";
        // When
        String shown = Redaction.of(answer, AgentSecrets.findIn(answer, List.of()));
        // Then
        assertEquals("Here: [private_key]. Bye.", shown);
    }

    @Test
    void whatWasInThePromptIsNoSecretOfTheAgent() {
        assertTrue(AgentSecrets.findIn("You wrote password: hunter2hunter2", List.of("My password: hunter2hunter2")).isEmpty());
    }
}
