package dev.touchstone.sandbox.egress;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is to be sent through the guarded way out. There is no place for cookies, and none for a credential among the
 * headers: the one that an agent asks for goes along apart, and only to the hosts that its owner named.
 *
 * @param url as it was submitted; hostile
 * @param headers besides those that the way out sets itself
 * @param body JSON to POST, null for a GET
 * @param wanted how much of the answer is taken
 * @param credential vetted for every hop like the address itself; null where the agent asks for none
 */
public record Call(String url, Map<String, String> headers, @Nullable String body, Wanted wanted,
        @Nullable Credential credential) {

    /**
     * How much of an answer is taken.
     *
     * @param headOnly whether the status suffices; the body is then never read, since it may have no end
     * @param maxBody the largest body, in bytes; the way out's own limit holds as well
     */
    public record Wanted(boolean headOnly, int maxBody) {

        private static final Wanted ALL = new Wanted(false, Integer.MAX_VALUE);
    }

    public Call {
        headers = Map.copyOf(headers);
    }

    public static Call post(String url, Map<String, String> headers, String json) {
        return new Call(url, headers, json, Wanted.ALL, null);
    }

    public static Call get(String url) {
        return get(url, Map.of());
    }

    public static Call get(String url, Map<String, String> headers) {
        return new Call(url, headers, null, Wanted.ALL, null);
    }

    /**
     * Gets a document.
     *
     * @param accept what the caller can read, as it goes into the header
     */
    public static Call fetch(String url, String accept, int maxBody) {
        return new Call(url, Map.of("Accept", accept), null, new Wanted(false, maxBody), null);
    }

    /** Asks whether anything answers at all. */
    public static Call probe(String url) {
        return new Call(url, Map.of(), null, new Wanted(true, Integer.MAX_VALUE), null);
    }

    /** The same with a credential; null for none. */
    public Call with(@Nullable Credential other) {
        return new Call(url, headers, body, wanted, other);
    }

    boolean isPost() {
        return body != null;
    }
}
