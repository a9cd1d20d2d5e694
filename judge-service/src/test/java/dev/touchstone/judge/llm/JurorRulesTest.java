package dev.touchstone.judge.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class JurorRulesTest {

    private static final Juror LOCAL = Juror.at(URI.create("http://127.0.0.1:8000/v1"), "small");

    @Test
    void aServerOfOnesOwnNeedsNoKey() {
        assertEquals(List.of(), JurorRules.problems(Operator.with(Map.of("gpt41", LOCAL)).on()));
        assertEquals(List.of(), JurorRules.problems(Operator.with(Map.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = { "rubric", "reference", "GPT", "gpt-4", "a b", "", "a\nb" })
    void namesThatWouldConfuseAreRefused(String name) {
        assertEquals(1, JurorRules.problems(Operator.with(Map.of(name, LOCAL))).size());
    }

    @ParameterizedTest
    @CsvSource({ "2.1, 1024, 600, temperature", "0, 0, 600, max-output-tokens", "0, 8193, 600, max-output-tokens",
            "0, 1, 0, calls-per-minute" })
    void boundsAreKept(double temperature, int tokens, int perMinute, String setting) {
        // When
        List<String> problems = JurorRules.problems(Operator.with(Map.of("a", LOCAL.tuned(temperature, tokens, perMinute))));
        // Then
        assertEquals(1, problems.size());
        assertTrue(problems.getFirst().startsWith("jurors.a." + setting), problems.getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = { "localhost:8000/v1", "ftp://host/v1", "https://me:secret@host/v1", "http:///v1",
            "https://host/v1?a=b" })
    void whatIsNoAddressIsRefused(URI baseUrl) {
        assertEquals(1, JurorRules.problems(Operator.with(Map.of("a", Juror.at(baseUrl, "small")))).size());
        assertEquals(1, JurorRules.problems(Operator.with(Map.of("a", LOCAL)).allowing(baseUrl)).size());
    }

    @Test
    void aProvidersOwnAddressIsKnownAndNeedsAKey() {
        // Given
        Juror claude = Juror.of(Provider.ANTHROPIC, "claude-x");
        // Then
        assertEquals(List.of(), JurorRules.problems(Operator.with(Map.of("a", claude))));
        assertEquals(List.of("jurors.a.api-key: is needed for anthropic's own address"),
                JurorRules.problems(Operator.with(Map.of("a", claude.keyed(" ")))));
        assertEquals(List.of("jurors.a.base-url: is needed for openai-compatible"),
                JurorRules.problems(Operator.with(Map.of("a", Juror.of(Provider.OPENAI, "gpt-x")))));
    }

    @Test
    void aLimitOfTheCostNeedsThePriceOfEveryJuror() {
        // Given
        Operator half = Operator.with(Map.of("a", LOCAL.priced("1", "2"), "b", LOCAL)).spending("5");
        // Then
        assertEquals(List.of("jurors.b.input-price, output-price: are needed, because budget.usd limits the cost"),
                JurorRules.problems(half));
    }

    @Test
    void modelsThatAreEnabledAndNotThereAreRefused() {
        assertEquals(List.of("enabled: no juror is configured"), JurorRules.problems(Operator.with(Map.of()).on()));
    }

    @Test
    void aJurorIsSetByPropertiesAndEnvironmentTogether() {
        // Given
        Map<String, String> set = Map.of("touchstone.judge.llm.jurors.gpt.base-url", "https://llm.example/v1/",
                "touchstone.judge.llm.jurors.gpt.model", "gpt-4.1-mini");
        Map<String, String> environment = Map.of("TOUCHSTONE_JUDGE_LLM_JURORS_GPT_API_KEY", "key-1",
                "TOUCHSTONE_JUDGE_LLM_JURORS_GEM_API_KEY", "key-2", "TOUCHSTONE_JUDGE_LLM_JURORS_GEM_PROVIDER", "gemini",
                "TOUCHSTONE_JUDGE_LLM_JURORS_GEM_MODEL", "gemini-x", "TOUCHSTONE_JUDGE_LLM_JURORS_GEM_MAX_OUTPUT_TOKENS", "99");
        // When
        LlmConfig config = new SmallRyeConfigBuilder().withMapping(LlmConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(set, "set", 100), new EnvConfigSource(environment, 300))
                .build().getConfigMapping(LlmConfig.class);
        // Then
        assertEquals(List.of(), JurorRules.problems(config));
        assertEquals(Set.of("gpt", "gem"), config.jurors().keySet());
        assertEquals(Optional.of("key-1"), juror(config, "gpt").apiKey());
        assertEquals(Optional.of(URI.create("https://llm.example/v1")), juror(config, "gpt").address());
        assertEquals(Provider.GEMINI, juror(config, "gem").provider());
        assertEquals(99, juror(config, "gem").maxOutputTokens());
    }

    private static JurorConfig juror(LlmConfig config, String name) {
        return Objects.requireNonNull(config.jurors().get(name));
    }
}
