package dev.touchstone.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Where two JSON documents differ, by JSON pointer (RFC 6901). */
public final class JsonDifferences {

    /** What is wrong in more places than anybody would read is named by the first of them. */
    private static final int MOST = 200;
    private static final int LONGEST = 300;
    private static final String ADDRESS = "/endpoint";

    private final List<Difference> found = new ArrayList<>();

    private JsonDifferences() {
    }

    /**
     * One place.
     *
     * @param stored as it is kept, as JSON; null where nothing is there. Long texts are cut, addresses of agents made public
     * @param replayed as it follows from the events
     */
    @RegisterForReflection
    public record Difference(String pointer, @Nullable String stored, @Nullable String replayed) {
    }

    /** The first 200; none where the documents are equal. */
    public static List<Difference> between(JsonNode stored, JsonNode replayed) {
        JsonDifferences differences = new JsonDifferences();
        differences.compare("", stored, replayed);
        return List.copyOf(differences.found);
    }

    private void compare(String pointer, JsonNode stored, JsonNode replayed) {
        if (found.size() >= MOST || stored.equals(replayed)) {
            return;
        }
        if (stored.isObject() && replayed.isObject()) {
            SequencedSet<String> names = new LinkedHashSet<>();
            stored.fieldNames().forEachRemaining(names::add);
            replayed.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), stored.path(name),
                    replayed.path(name)));
        } else if (stored.isArray() && replayed.isArray()) {
            for (int i = 0; i < Math.max(stored.size(), replayed.size()); i++) {
                compare(pointer + "/" + i, stored.path(i), replayed.path(i));
            }
        } else {
            found.add(new Difference(pointer, shown(pointer, stored), shown(pointer, replayed)));
        }
    }

    private static @Nullable String shown(String pointer, JsonNode value) {
        if (value.isMissingNode()) {
            return null;
        }
        String text = pointer.endsWith(ADDRESS) ? PublicAddress.of(value.asText()).text() : value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
