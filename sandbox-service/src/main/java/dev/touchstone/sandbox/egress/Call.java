package dev.touchstone.sandbox.egress;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is to be sent through the guarded way out. There is no place for cookies or credentials: an agent under test gets
 * none.
 *
 * @param url as it was submitted; hostile
 * @param headers besides those that the way out sets itself
 * @param body JSON to POST, null for a GET
 * @param headOnly whether the status suffices; the body is then never read, since it may have no end
 */
public record Call(String url, Map<String, String> headers, @Nullable String body, boolean headOnly) {

    public Call {
        headers = Map.copyOf(headers);
    }

    public static Call post(String url, Map<String, String> headers, String json) {
        return new Call(url, headers, json, false);
    }

    public static Call get(String url) {
        return new Call(url, Map.of(), null, false);
    }

    /** Asks whether anything answers at all. */
    public static Call probe(String url) {
        return new Call(url, Map.of(), null, true);
    }

    boolean isPost() {
        return body != null;
    }
}
