package dev.touchstone.sandbox.security;

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
            "ghp_0123456789abcdefghijklmnopqrstuvwxyz", "My system prompt is: You are Tabi.",
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
            "An API key is a secret that identifies a program." })
    void talkOfSecretsIsNone(String answer) {
        assertTrue(AgentSecrets.findIn(answer, List.of()).isEmpty(), () -> AgentSecrets.findIn(answer, List.of()).toString());
    }

    @Test
    void whatWasInThePromptIsNoSecretOfTheAgent() {
        assertTrue(AgentSecrets.findIn("You wrote password: hunter2hunter2", List.of("My password: hunter2hunter2")).isEmpty());
    }
}
