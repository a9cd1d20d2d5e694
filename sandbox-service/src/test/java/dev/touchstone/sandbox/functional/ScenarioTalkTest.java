package dev.touchstone.sandbox.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.testing.Samples;
import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.Span;
import dev.touchstone.sandbox.ToolCall;
import dev.touchstone.sandbox.Usage;
import dev.touchstone.sandbox.Utterance;
import dev.touchstone.sandbox.attempt.Transcript.Heard;

class ScenarioTalkTest {

    private static final String KEY = "glpat-0123456789abcdefghij";

    @Test
    void whatAToolIsCalledAndGivenIsSearchedWhole() throws InterruptedException {
        // Given
        ToolCall call = new ToolCall("x".repeat(190) + " " + KEY, "y ".repeat(400) + KEY);
        // When
        Heard heard = heard("Done", List.of(call));
        // Then
        assertEquals(List.of("secret_key", "secret_key"), heard.secrets().stream().map(Span::code).toList());
        assertEquals(new ToolCall("x".repeat(190) + " [secret_k", "y ".repeat(150)), heard.toolCalls().getFirst());
    }

    @Test
    void aCallThatIsNotKeptIsSearchedAsWell() throws InterruptedException {
        // Given
        List<ToolCall> calls = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            calls.add(new ToolCall("search" + i, ""));
        }
        calls.add(new ToolCall("send", KEY));
        // When
        Heard heard = heard("Done", calls);
        // Then
        assertEquals(calls.subList(0, 50), heard.toolCalls());
        assertEquals(List.of(new Span("secret_key", 0, KEY.length())), heard.secrets());
    }

    @Test
    void theMaskedTokenOfTheCallIsASecretThatTheAgentSaid() throws InterruptedException {
        assertEquals(List.of(new Span("credential", 3, 15), new Span("credential", 16, 28)),
                heard("It [credential] [credential]", List.of()).secrets());
    }

    @Test
    void ofManySecretsOneOfEachKindIsKeptAndNoneShows() throws InterruptedException {
        // When
        Heard heard = heard((KEY + " ").repeat(70) + "[credential]", List.of());
        // Then
        assertEquals("[secret_key] ".repeat(70) + "[credential]", heard.text());
        assertEquals(51, heard.secrets().size());
        assertEquals("credential", heard.secrets().getLast().code());
    }

    private static Heard heard(String text, List<ToolCall> calls) throws InterruptedException {
        Answer answer = new Answer.Said(new Utterance(text, calls, null), null, Duration.ofMillis(1), Usage.NONE);
        ScenarioTalk talk = new ScenarioTalk((agent, prompt) -> answer, Samples.agent(URI.create("http://agent.invalid/")),
                16_000);
        Scenario scenario = Tries.scenario("one", Tries.topic("Which train?", "the red train"));
        return Objects.requireNonNull(talk.about(scenario).turns().getFirst().heard());
    }
}
