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
 * @param maxBody the largest body that is taken, in bytes; the way out's own limit holds as well
 */
public record Call(String url, Map<String, String> headers, @Nullable String body, boolean headOnly, int maxBody) {

    private static final int UNLIMITED = Integer.MAX_VALUE;

    public Call {
        headers = Map.copyOf(headers);
    }

    public static Call post(String url, Map<String, String> headers, String json) {
        return new Call(url, headers, json, false, UNLIMITED);
    }

    public static Call get(String url) {
        return new Call(url, Map.of(), null, false, UNLIMITED);
    }

    /**
     * Gets a document.
     *
     * @param accept what the caller can read, as it goes into the header
     */
    public static Call fetch(String url, String accept, int maxBody) {
        return new Call(url, Map.of("Accept", accept), null, false, maxBody);
    }

    /** Asks whether anything answers at all. */
    public static Call probe(String url) {
        return new Call(url, Map.of(), null, true, UNLIMITED);
    }

    boolean isPost() {
        return body != null;
    }
}
