package dev.touchstone.submission.review.precheck;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.submission.card.AgentCard.Ability;

/**
 * The words of an endpoint manifest's operations, by which an ability is found in it. Width and case of letters make no
 * difference, nor do the separators with which the same name is written in a path, an id and a sentence.
 */
final class ManifestWords {

    private ManifestWords() {
    }

    /** What each operation says of itself; empty where the manifest describes none. */
    static Set<String> of(JsonNode manifest) {
        Set<String> operations = new LinkedHashSet<>();
        for (Map.Entry<String, JsonNode> path : manifest.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (operation.getValue().isObject()) {
                    operations.add(folded(path.getKey() + " " + words(operation.getValue())));
                }
            }
        }
        return operations;
    }

    private static String words(JsonNode operation) {
        StringBuilder words = new StringBuilder();
        for (String member : new String[] { "operationId", "summary", "description" }) {
            words.append(operation.path(member).asText()).append(' ');
        }
        operation.path("tags").forEach(tag -> words.append(tag.asText()).append(' '));
        return words.toString();
    }

    /** Whether any of the operations does. */
    static boolean mention(Set<String> operations, Ability ability) {
        String id = folded(ability.id());
        String name = folded(ability.name());
        return operations.stream().anyMatch(operation -> operation.contains(id) || operation.contains(name));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-./{}]+", "");
    }
}
