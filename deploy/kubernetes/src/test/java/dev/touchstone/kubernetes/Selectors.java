package dev.touchstone.kubernetes;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The labels by which objects select pods of ours, wherever they do. */
final class Selectors {

    private static final Set<String> NAMES = Set.of("selector", "podSelector", "labelSelector");

    private Selectors() {
    }

    static Stream<Map<String, String>> in(JsonElement element) {
        if (element.isJsonArray()) {
            return StreamSupport.stream(element.getAsJsonArray().spliterator(), false).flatMap(Selectors::in);
        }
        if (!element.isJsonObject() || element.getAsJsonObject().has("namespaceSelector")) {
            // A peer in another namespace is not ours.
            return Stream.empty();
        }
        return element.getAsJsonObject().entrySet().stream()
                .flatMap(member -> NAMES.contains(member.getKey()) ? Stream.of(labels(member.getValue().getAsJsonObject()))
                        : in(member.getValue()));
    }

    /** A service's selector is the labels themselves, others have them one level down. */
    private static Map<String, String> labels(JsonObject selector) {
        JsonObject labels = selector.has("matchLabels") ? selector.getAsJsonObject("matchLabels") : selector;
        Map<String, String> values = new HashMap<>();
        labels.entrySet().forEach(label -> values.put(label.getKey(), label.getValue().getAsString()));
        return values;
    }
}
