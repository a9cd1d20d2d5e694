package dev.touchstone.telemetry.wandb.artifact;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.telemetry.wandb.ExtendedJson;

/** An artifact's metadata, which unlike a run's rows is plain JSON: W&amp;B's server takes no infinite numbers there. */
final class Metadata {

    private Metadata() {
    }

    /** As JSON text, with null for what is not a number; null where there is nothing to say. */
    static @Nullable String encode(Map<String, ? extends @Nullable Object> metadata) {
        return metadata.isEmpty() ? null : ExtendedJson.write(plain(ExtendedJson.node(metadata)));
    }

    private static JsonNode plain(JsonNode value) {
        if (value.isDouble() || value.isFloat()) {
            Names.require(!Double.isInfinite(value.doubleValue()), "Metadata of an artifact has no infinite numbers");
            return Double.isNaN(value.doubleValue()) ? NullNode.getInstance() : value;
        }
        if (value instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(plain(member.getValue())));
        }
        if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, plain(array.get(i)));
            }
        }
        return value;
    }
}
