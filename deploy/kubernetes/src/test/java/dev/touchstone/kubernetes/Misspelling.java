package dev.touchstone.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** A field of an object and what it is if a letter too many got into its name. */
record Misspelling(JsonObject object, String field) {

    /** What is in these is named by us, not by the schema. */
    private static final Set<String> FREE = Set.of("labels", "matchLabels", "data", "requests", "limits");

    static List<Misspelling> everyIn(JsonObject object) {
        List<Misspelling> found = new ArrayList<>();
        collect(object, found);
        return found;
    }

    private static void collect(JsonElement element, List<Misspelling> found) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(each -> collect(each, found));
        } else if (element.isJsonObject()) {
            element.getAsJsonObject().entrySet().stream().filter(member -> isField(member.getKey())).forEach(member -> {
                found.add(new Misspelling(element.getAsJsonObject(), member.getKey()));
                if (!FREE.contains(member.getKey())) {
                    collect(member.getValue(), found);
                }
            });
        }
    }

    /** A service's selector holds labels at once, without saying so; only labels have a slash. */
    private static boolean isField(String key) {
        return !key.contains("/");
    }

    void make() {
        object.add(field + "x", object.remove(field));
    }

    void undo() {
        object.add(field, object.remove(field + "x"));
    }
}
