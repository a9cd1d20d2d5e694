package dev.touchstone.judge.llm;

import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The part of a JSON Schema that all hosts take: members and types. Each refuses other bounds, as lengths or ranges, with an
 * error; the prompt names those, and who reads the reply keeps to them.
 */
final class SchemaOutline {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> BOUNDS = Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
            "minLength", "maxLength", "pattern", "format", "minItems", "maxItems", "uniqueItems", "minProperties",
            "maxProperties");

    private SchemaOutline() {
    }

    static String of(String schema) {
        try {
            return JSON.writeValueAsString(outlined(JSON.readTree(schema)));
        } catch (JsonProcessingException notOurs) {
            throw new IllegalArgumentException("The schema is not JSON", notOurs);
        }
    }

    private static JsonNode outlined(JsonNode schema) {
        if (!(schema instanceof ObjectNode object)) {
            return schema;
        }
        ObjectNode outline = JSON.createObjectNode();
        object.properties().stream().filter(member -> !BOUNDS.contains(member.getKey()))
                .forEach(member -> outline.set(member.getKey(), switch (member.getKey()) {
                    case "properties", "$defs" -> each(member.getValue());
                    case "anyOf" -> JSON.createArrayNode()
                            .addAll(member.getValue().valueStream().map(SchemaOutline::outlined).toList());
                    default -> outlined(member.getValue());
                }));
        return outline;
    }

    /** Here names are those of members, also where a member is called as a bound is. */
    private static JsonNode each(JsonNode named) {
        ObjectNode outline = JSON.createObjectNode();
        named.properties().forEach(member -> outline.set(member.getKey(), outlined(member.getValue())));
        return outline;
    }
}
