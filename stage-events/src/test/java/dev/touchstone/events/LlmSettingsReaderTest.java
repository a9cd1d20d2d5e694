package dev.touchstone.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.touchstone.events.LlmSettingsReading.Fault;
import dev.touchstone.events.codec.EventJson;

class LlmSettingsReaderTest {

    @Test
    void allThatCanBeAskedForIsRead() {
        assertEquals(
                new LlmSettings(true, "openai-compatible", "meta-llama/Llama-3.1-8B:free", 2.0, 8192,
                        URI.create("http://127.0.0.1:11434/v1"), false),
                usable("""
                        {"enabled": true, "provider": "openai", "model": " meta-llama/Llama-3.1-8B:free", "temperature": 2,
                         "maxOutputTokens": 8192, "baseUrl": "http://127.0.0.1:11434/v1", "dryRun": false}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"temperature\": 0}", "{\"enabled\": false}", "{\"provider\": \"anthropic\"}",
            "{\"provider\": \"gemini\"}", "{\"provider\": \"openai-compatible\"}", "{\"maxOutputTokens\": 1}",
            "{\"model\": \"@cf/meta/llama-3\", \"provider\": null}", "{\"baseUrl\": \"HTTPS://llm.example:8443\"}" })
    void oneWishIsEnough(String settings) {
        usable(settings);
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertEquals(List.of("/enabled", "/provider", "/model", "/temperature", "/maxOutputTokens", "/baseUrl", "/dryRun",
                "/api_key", "/top_p"), pointers("""
                        {"enabled": "yes", "provider": "acme", "model": "a b", "temperature": 2.1, "maxOutputTokens": 0,
                         "baseUrl": "llm.example", "dryRun": 1, "top_p": 1, "api_key": "k"}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"model\": null}", "[]", "7", "\"openai\"" })
    void aWishForNothingIsRefused(String settings) {
        assertEquals(List.of(""), pointers(settings));
    }

    @ParameterizedTest
    @ValueSource(strings = { "javascript:alert(1)", "ftp://llm.example", "https://", "/v1", "https://u:p@llm.example/v1",
            "https://llm.example/v1?key=k", "https://llm.example/v1#f", "https://llm.example:99999", "https://llm.example/ü",
            "https://llm .example", "" })
    void onlyABareWebAddressIsTaken(String address) {
        assertEquals(List.of("/baseUrl"), pointers("{\"baseUrl\": \"" + address + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "-0.1", "2.0001", "1e400", "\"0\"", "true" })
    void aTemperatureIsFromZeroToTwo(String temperature) {
        assertEquals(List.of("/temperature"), pointers("{\"temperature\": " + temperature + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "8193", "1.5", "99999999999", "\"1\"" })
    void anAnswerIsBounded(String tokens) {
        assertEquals(List.of("/maxOutputTokens"), pointers("{\"maxOutputTokens\": " + tokens + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "-m", "models/../admin", "m?x", "m\\nm", "m\\u202e" })
    void aModelsNameCannotLeadElsewhere(String model) {
        assertEquals(List.of("/model"), pointers("{\"model\": \"" + model + "\"}"));
    }

    @Test
    void namesAndAddressesAreBounded() {
        assertEquals(List.of("/model", "/baseUrl"), pointers("{\"model\": \"" + "m".repeat(129) + "\", \"baseUrl\": \"https://"
                + "llm.example/" + "v".repeat(2048) + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"apiKey\": \"SECRET\"}", "{\"Authorization\": \"Bearer SECRET\"}", "{\"model\": \"SECRET\"}",
            "{\"provider\": \"SECRET\"}", "{\"baseUrl\": \"https://llm.example/SECRET/v1\"}",
            "{\"baseUrl\": \"https://SECRET@llm.example/v1\"}", "{\"SECRET\": 1}", "{\"temperature\": \"SECRET\"}" })
    void aKeyIsRefusedAndNotRepeated(String settings) {
        // Given
        String key = "sk-proj-0123456789abcdefghij";
        // When
        List<Fault> faults = refused(settings.replace("SECRET", key));
        // Then
        assertFalse(faults.isEmpty());
        assertFalse(faults.toString().contains(key), faults.toString());
    }

    @Test
    void aThousandUnknownMembersAreNotAllNamed() {
        // Given
        String members = IntStream.range(0, 1_000).mapToObj(i -> "\"m" + i + "\": 1").collect(Collectors.joining(","));
        // When, then
        assertEquals(20, refused("{" + members + "}").size());
    }

    private static LlmSettings usable(String json) {
        return assertInstanceOf(LlmSettingsReading.Usable.class, read(json)).settings();
    }

    private static List<Fault> refused(String json) {
        return assertInstanceOf(LlmSettingsReading.Refused.class, read(json)).faults();
    }

    private static List<String> pointers(String json) {
        return refused(json).stream().map(Fault::pointer).toList();
    }

    private static LlmSettingsReading read(String json) {
        try {
            return LlmSettingsReader.read(EventJson.mapper().readTree(json));
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException(noJson);
        }
    }
}
