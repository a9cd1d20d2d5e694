package dev.touchstone.sandbox.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Checks the members of one JSON object, each once, and names every fault.
 *
 * @param line see {@link Fault}
 * @param path the pointer to the object
 * @param known the members that were asked for
 */
record Members(JsonNode object, @Nullable Integer line, String path, Faults faults, Set<String> known) {

    Members(JsonNode object, @Nullable Integer line, String path, Faults faults) {
        this(object, line, path, faults, new HashSet<>());
    }

    boolean has(String name) {
        return object.has(name);
    }

    void text(String name, TextRule rule) {
        if (isThere(name)) {
            checkText("/" + name, object.path(name), rule);
        }
    }

    void optionalText(String name, TextRule rule) {
        known.add(name);
        if (has(name)) {
            checkText("/" + name, object.path(name), rule);
        }
    }

    void oneOf(String name, Collection<String> allowed) {
        if (isThere(name)) {
            optionalOneOf(name, allowed);
        }
    }

    void optionalOneOf(String name, Collection<String> allowed) {
        known.add(name);
        if (has(name) && !(object.path(name).isTextual() && allowed.contains(object.path(name).textValue()))) {
            fault("/" + name, "is none of " + String.join(", ", allowed));
        }
    }

    void texts(String name, int most, TextRule rule) {
        if (isThere(name)) {
            optionalTexts(name, most, rule);
            if (object.path(name).isArray() && object.path(name).isEmpty()) {
                fault("/" + name, "is empty");
            }
        }
    }

    void optionalTexts(String name, int most, TextRule rule) {
        elements(name, most).forEach(each -> checkText(each.path, each.object, rule));
    }

    /** The elements of an array of objects; what is none is a fault. */
    List<Members> objects(String name, int most) {
        List<Members> objects = new ArrayList<>();
        for (Members each : elements(name, most)) {
            if (each.object.isObject()) {
                objects.add(new Members(each.object, line, path + each.path, faults));
            } else {
                fault(each.path, "is no object");
            }
        }
        return objects;
    }

    private List<Members> elements(String name, int most) {
        known.add(name);
        JsonNode array = object.path(name);
        List<Members> elements = new ArrayList<>();
        if (has(name) && !array.isArray()) {
            fault("/" + name, "is no array");
        } else if (array.size() > most) {
            fault("/" + name, "has " + array.size() + " elements; at most " + most + " are allowed");
        } else {
            array.forEach(each -> elements.add(new Members(each, line, "/" + name + "/" + elements.size(), faults)));
        }
        return elements;
    }

    /** To be called last. */
    void noOthers() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                // The name is whoever wrote it; a fault must not carry what a text may not.
                boolean plain = TextRule.line(100).faultOf(name) == null;
                fault("/" + (plain ? name.replace("~", "~0").replace("/", "~1") : "?"), "is unknown");
            }
        });
    }

    /** @param pointer below this object */
    void fault(String pointer, String detail) {
        faults.add(line, path + pointer, detail);
    }

    private boolean isThere(String name) {
        known.add(name);
        if (!has(name)) {
            fault("/" + name, "is missing");
        }
        return has(name);
    }

    private void checkText(String pointer, JsonNode value, TextRule rule) {
        String text = value.textValue();
        String fault = text == null ? "is no text" : rule.faultOf(text);
        if (fault != null) {
            fault(pointer, fault);
        }
    }
}
