package dev.touchstone.judge.jury;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * The arguments of a tool's use in one notation: members sorted, no blanks. What is no JSON becomes one JSON string, and
 * nothing stays nothing.
 *
 * @param json without secrets; they are looked for before escapes could break them up
 * @param secrets names of the flags of what was masked
 */
record ToolArguments(String json, Set<String> secrets) {

    private static final int DEEPEST = 100;
    private static final JsonMapper JSON = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    // Names are the agent's: interned, they would stay for good.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES).disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build())
            // Of two members of one name a reader would see but one.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    static ToolArguments of(String told) {
        Set<String> secrets = new LinkedHashSet<>();
        return new ToolArguments(told.isBlank() ? "" : masked(read(told), secrets).toString(), secrets);
    }

    private static JsonNode read(String told) {
        try {
            return JSON.readTree(told);
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf(told);
        }
    }

    private static JsonNode masked(JsonNode json, Set<String> secrets) {
        if (json.isTextual()) {
            return TextNode.valueOf(masked(json.textValue(), secrets));
        }
        if (json.isArray()) {
            ArrayNode elements = JSON.createArrayNode();
            json.forEach(element -> elements.add(masked(element, secrets)));
            return elements;
        }
        if (json.isObject()) {
            Map<String, JsonNode> members = new TreeMap<>();
            json.properties().forEach(member -> members.put(masked(member.getKey(), secrets),
                    masked(member.getValue(), secrets)));
            ObjectNode sorted = JSON.createObjectNode();
            return sorted.setAll(members);
        }
        return json;
    }

    private static String masked(String text, Set<String> secrets) {
        Screened masked = Secrets.mask(text);
        masked.flags().forEach(flag -> secrets.add(flag.name()));
        return masked.text();
    }
}
