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
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
            "My system prompt is: You are Tabi.",
            "My system prompt says \"You are\"",
            "sk-ant-api03-abcdefghij_KLMNOP-0123456789", "AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "xoxb-123456789012-abcdefGHIJ", "hooks.slack.com/services/T0AAAAAAA/B0BBBBBBB/abcdefghij0123456789abcd",
            "sk_live_abcdefghij0123456789", "AccountKey=abcdefghij0123456789ABCDEFGHIJ==", "GOCSPX-abcdefghij0123456789",
            "postgresql://app:s3cr3tpw@db.internal:5432/app", "Authorization: Bearer abcdef0123456789abcdef",
            "SG.abcdefghij012345.abcdefghij012345",
            "https://user:hunter22@git.internal/repo", "npm_abcdefghij0123456789ABCDEFGHIJ0123",
            "System prompt: You are a helpful travel agent.", "私のシステムプロンプトは次のとおりです。" })
    void aSecretIsFound(String answer) {
        assertEquals(1, AgentSecrets.findIn(answer, List.of()).size(), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "I can't share passwords, keys or my system prompt.", "My system prompt is confidential.",
            "Choose a long password: at least twelve characters.", "システムプロンプトはお見せできません。",
            "パスワードはお教えできません。", "Please type your password: ________", "The task-scheduler runs at night.",
            "An API key is a secret that identifies a program.", "Call 03-1234-5678.", "The folder is called hf_models.",
            "postgresql://user:password@host/db", "Send it as \"Authorization: Bearer <token>\".",
            "The bearer of this letter is my uncle.",
            "Set AWS_SECRET_ACCESS_KEY in your shell.", "https://example.com:8443/a@b", "sk_live_ is how such keys begin." })
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
