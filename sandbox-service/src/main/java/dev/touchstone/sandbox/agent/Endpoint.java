package dev.touchstone.sandbox.agent;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.sandbox.egress.Call;
import dev.touchstone.sandbox.egress.Credential;

/**
 * Where an agent is asked.
 *
 * @param url as somebody wrote it; whether it is one is the way out's to say
 * @param tenant that requests name, null for none
 */
record Endpoint(String url, @Nullable String tenant, @Nullable Credential credential) {

    Call post(Map<String, String> headers, JsonNode body) {
        return Call.post(url, headers, body.toString()).with(credential);
    }

    Call get(Map<String, String> headers) {
        return Call.get(url, headers).with(credential);
    }

    /**
     * What stands below it.
     *
     * @param path begins with a slash; a query of the endpoint's own stays behind it
     */
    Endpoint below(String path) {
        int query = url.indexOf('?');
        String base = query < 0 ? url : url.substring(0, query);
        String trimmed = base.replaceFirst("/+$", "");
        return new Endpoint(trimmed + path + (query < 0 ? "" : url.substring(query)), tenant, credential);
    }

    /**
     * The same with one more parameter.
     *
     * @param value percent-encoded
     */
    Endpoint asking(String name, String value) {
        return new Endpoint(url + (url.contains("?") ? "&" : "?") + name + "=" + value, tenant, credential);
    }
}
