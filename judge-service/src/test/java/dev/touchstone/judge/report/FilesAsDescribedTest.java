package dev.touchstone.judge.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.touchstone.events.testing.FileSchema;
import dev.touchstone.judge.report.inspect.InspectLog;

/** The files of an attempt and the schemas that describe them: each holds for the other. */
class FilesAsDescribedTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Words under which a schema keeps other schemas by name, which need no description of their own. */
    private static final Set<String> KEPT_BY_NAME = Set.of("properties", "$defs");

    @ParameterizedTest
    @ValueSource(strings = { "judge_report.jsonl", "judge_summary.json", "relay_logs.jsonl", "judge_eval.json" })
    void everyFileIsAsItsSchemaSays(String file) {
        assertEquals(List.of(), FileSchema.faults(file, content(file)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "judge_report.jsonl|\"vote\":\"recused\"|\"vote\":\"asleep\"",
            "judge_report.jsonl|\"toolUsage\":24.0|\"toolUsage\":31",
            "judge_report.jsonl|\"order\":\"answer-first\"|\"order\":\"shuffled\"",
            "judge_report.jsonl|\"expected\":|\"wanted\":",
            "relay_logs.jsonl|\"latencyMillis\":12|\"latencyMillis\":-1",
            "relay_logs.jsonl|\"outcome\":\"failed\"|\"outcome\":\"lost\"",
            "judge_summary.json|\"questions\" : 3|\"questions\" : null",
            "judge_summary.json|\"policy\" :|\"rules\" :",
            "judge_eval.json|\"version\" : 2|\"version\" : 3",
            "judge_eval.json|\"value\" : \"manual\"|\"value\" : null",
            "judge_eval.json|\"source\" : \"generate\"|\"source\" : \"guess\"" })
    void whatIsNotSuchAFileIsRefused(String file, String right, String wrong) {
        // Given
        String changed = content(file).replace(right, wrong);
        // Then
        assertFalse(changed.equals(content(file)), "nothing was changed: " + right);
        assertFalse(FileSchema.faults(file, changed).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyObjectIsClosedAndEveryMemberDescribed(String name) throws JsonProcessingException {
        assertEquals(List.of(), open(name, JSON.readTree(FileSchema.of(name).text())));
    }

    static Stream<String> schemas() {
        return SchemasResource.NAMES.stream();
    }

    private static List<String> open(String at, JsonNode schema) {
        List<String> open = new ArrayList<>();
        if (schema.path("type").asText().equals("object") && !schema.has("additionalProperties")) {
            open.add(at + " is open");
        }
        schema.properties().forEach(member -> {
            String below = at + "/" + member.getKey();
            if (KEPT_BY_NAME.contains(member.getKey())) {
                member.getValue().properties().forEach(each -> open.addAll(described(below + "/" + each.getKey(),
                        each.getValue(), member.getKey().equals("properties"))));
            } else {
                open.addAll(open(below, member.getValue()));
            }
        });
        return open;
    }

    private static List<String> described(String at, JsonNode schema, boolean isMember) {
        List<String> open = new ArrayList<>(open(at, schema));
        if (isMember && schema.path("description").asText().isBlank()) {
            open.add(at + " is not described");
        }
        return open;
    }

    private static String content(String file) {
        JudgeReport report = Results.all();
        byte[] bytes = switch (file) {
            case "judge_report.jsonl" -> report.lines();
            case "judge_summary.json" -> report.summaryDocument();
            case "relay_logs.jsonl" -> report.relayLog(Results.AGENT);
            default -> InspectLog.of(Results.REQUEST, Results.AGENT, report);
        };
        return new String(bytes, UTF_8);
    }
}
