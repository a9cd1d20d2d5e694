package dev.touchstone.sandbox.agent;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The artifacts of a task as they come in pieces. The text of a piece goes on where the piece before it stopped. */
final class ArtifactChunks {

    private final Map<String, Growing> byId = new LinkedHashMap<>();
    private final Consumer<JsonNode> replaced;

    /**
     * @param replaced gets an artifact in whose place another of the same id comes
     */
    ArtifactChunks(Consumer<JsonNode> replaced) {
        this.replaced = replaced;
    }

    /**
     * @param append whether it goes on with the artifact of that id, which it replaces otherwise
     */
    void add(JsonNode artifact, boolean append) {
        String id = artifact.path("artifactId").asText("");
        Growing known = byId.get(id);
        if (known != null && append) {
            known.add(artifact);
            return;
        }
        if (known != null) {
            replaced.accept(known.whole());
        }
        Growing anew = new Growing(artifact.path("metadata"));
        anew.add(artifact);
        byId.put(id, anew);
    }

    /** As the whole task would have them. */
    ArrayNode whole() {
        ArrayNode whole = JsonNodeFactory.instance.arrayNode();
        byId.values().forEach(each -> whole.add(each.whole()));
        return whole;
    }

    private static final class Growing {

        private final ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        private final JsonNode metadata;
        /** Each piece may call the artifact something else. */
        private final Set<String> labels = new LinkedHashSet<>();
        /** The text of the last part, where that is one of text; it is not among the parts yet. */
        private @Nullable StringBuilder tail;

        Growing(JsonNode metadata) {
            this.metadata = metadata;
        }

        void add(JsonNode artifact) {
            A2aText.labels(artifact).forEach(labels::add);
            boolean first = true;
            for (JsonNode part : (Iterable<JsonNode>) A2aText.parts(artifact)::iterator) {
                add(part, first);
                first = false;
            }
        }

        private void add(JsonNode part, boolean goesOn) {
            String text = part.path("text").textValue();
            StringBuilder open = tail;
            if (text != null && goesOn && open != null) {
                open.append(text);
                return;
            }
            close();
            if (text == null) {
                parts.add(part);
            } else {
                tail = new StringBuilder(text);
            }
        }

        private void close() {
            if (tail != null) {
                parts.addObject().put("text", tail.toString());
                tail = null;
            }
        }

        ObjectNode whole() {
            ArrayNode all = parts.deepCopy();
            if (tail != null) {
                all.addObject().put("text", tail.toString());
            }
            ObjectNode artifact = JsonNodeFactory.instance.objectNode();
            artifact.put("name", String.join("\n", labels));
            artifact.set("parts", all);
            artifact.set("metadata", metadata);
            return artifact;
        }
    }
}
