package dev.touchstone.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.submission.catalog.BaselineRefusals;
import dev.touchstone.submission.identity.Refusals;
import dev.touchstone.submission.policy.PolicyRefusals;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/**
 * The table of refusals in README.md is what the service answers. Whoever adds a {@link ProblemType} adds a way to provoke
 * it to {@link Provocations} or to the refusals of a package, and a row to the table: the failure of this test prints the
 * row as it should be.
 */
@ServiceTest
class ProblemsTableTest {

    private static final Pattern ROW = Pattern.compile("\\| `([a-z-]+)` \\| (\\d{3}) \\| `(\\{.*})` \\|");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern NAMED = Pattern.compile("org-[0-9a-f]{8}-[0-9a-f]{4}");
    private static final Pattern COUNTED = Pattern.compile("in \\d+ s\\b");
    private static final Pattern HERE = Pattern.compile("http://localhost(:\\d+)?");

    private static final Map<String, Supplier<ValidatableResponse>> PROVOCATIONS = provocations();
    private static final Map<String, String> ROWS = rows();

    static Set<String> types() {
        Set<String> types = new TreeSet<>(ROWS.keySet());
        types.addAll(PROVOCATIONS.keySet());
        Arrays.stream(ProblemType.values()).map(ProblemType::key).forEach(types::add);
        return types;
    }

    @ParameterizedTest
    @MethodSource("types")
    void theTableShowsWhatIsAnswered(String type) {
        // Given
        Supplier<ValidatableResponse> provocation = PROVOCATIONS.get(type);
        assertNotNull(provocation, () -> "Nothing says how to provoke " + type);
        // When
        ExtractableResponse<Response> answer = provocation.get().extract();
        // Then
        JsonNode body = Cards.json(steady(answer.asString()));
        assertEquals("urn:touchstone:problem:" + type, body.path("type").asText());
        assertEquals(answer.statusCode(), body.path("status").asInt());
        assertEquals("| `" + type + "` | " + answer.statusCode() + " | `" + body + "` |", ROWS.get(type));
    }

    /** What differs from run to run is written as one example. */
    private static String steady(String body) {
        String counted = NAMED.matcher(COUNTED.matcher(body).replaceAll("in 60 s")).replaceAll("org-1");
        String identified = ID.matcher(counted).replaceAll("0198c0de-0000-4000-8000-000000000001");
        return TIME.matcher(HERE.matcher(identified).replaceAll("https://touchstone.example"))
                .replaceAll("2026-01-31T12:00:00.000000Z");
    }

    private static Map<String, Supplier<ValidatableResponse>> provocations() {
        Map<String, Supplier<ValidatableResponse>> all = new HashMap<>(Refusals.ALL);
        all.putAll(PolicyRefusals.ALL);
        all.putAll(BaselineRefusals.ALL);
        Provocations.ALL.forEach((type, provocation) -> all.put(type, provocation::provoke));
        return all;
    }

    private static Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(Path.of("README.md"))) {
                Matcher row = ROW.matcher(line);
                if (row.matches()) {
                    rows.put(row.group(1), line);
                }
            }
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
