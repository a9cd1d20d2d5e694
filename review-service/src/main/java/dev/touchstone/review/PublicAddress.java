package dev.touchstone.review;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An agent's address as every reviewer may see it. Submitters put keys into queries and passwords before the host, so these
 * parts and the fragment are left out; a mark stands where something was.
 *
 * @param isCut whether something was left out
 */
public record PublicAddress(String text, boolean isCut) {

    private static final String CUT = "…";
    /** The parts of RFC 3986, appendix B, with the user information apart. */
    private static final Pattern ADDRESS = Pattern
            .compile("(?s)([^:/?#]+://)(?:([^/?#]*)@)?([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#(.*))?");

    public static PublicAddress of(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return new PublicAddress(address.isEmpty() ? "" : CUT, !address.isEmpty());
        }
        boolean user = parts.group(2) != null;
        boolean query = parts.group(5) != null;
        boolean fragment = parts.group(6) != null;
        return new PublicAddress(parts.group(1) + (user ? CUT + "@" : "") + parts.group(3) + parts.group(4)
                + (query ? "?" + CUT : "") + (fragment ? "#" + CUT : ""), user || query || fragment);
    }

    /** Makes the agent's address in an event's data public, and tells whether that changed it. */
    public static boolean publish(JsonNode data) {
        JsonNode agent = data.path("agent");
        if (!(agent instanceof ObjectNode named) || !agent.path("endpoint").isTextual()) {
            return false;
        }
        PublicAddress shown = of(agent.path("endpoint").textValue());
        named.put("endpoint", shown.text());
        return shown.isCut();
    }
}
