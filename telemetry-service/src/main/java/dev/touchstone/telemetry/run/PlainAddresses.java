package dev.touchstone.telemetry.run;

import java.util.Map.Entry;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Addresses as W&amp;B may have them: without query, fragment and user information, where people put keys. Who reads a
 * run is not who may call the agent or the judge's model.
 */
final class PlainAddresses {

    /** The members that hold an address of the agent or of a model, in whatever an event says. */
    private static final Set<String> MEMBERS = Set.of("endpoint", "baseUrl");

    private static final Pattern BEHIND_THE_PATH = Pattern.compile("[?#].*", Pattern.DOTALL);
    private static final Pattern USER_INFORMATION = Pattern.compile("//[^/]*@");

    private PlainAddresses() {
    }

    /** A copy of the data with plain addresses, at any depth. */
    static JsonNode in(JsonNode data) {
        return switch (data) {
            case ObjectNode object -> in(object);
            case ArrayNode array -> in(array);
            default -> data;
        };
    }

    private static JsonNode in(ObjectNode object) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Entry<String, JsonNode> member : object.properties()) {
            boolean address = MEMBERS.contains(member.getKey()) && member.getValue().isTextual();
            copy.set(member.getKey(), address ? copy.textNode(plain(member.getValue().textValue())) : in(member.getValue()));
        }
        return copy;
    }

    private static JsonNode in(ArrayNode array) {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        array.forEach(element -> copy.add(in(element)));
        return copy;
    }

    /** Not parsed: what is no address loses its keys as well. */
    static String plain(String address) {
        return USER_INFORMATION.matcher(BEHIND_THE_PATH.matcher(address).replaceFirst("")).replaceFirst("//");
    }
}
