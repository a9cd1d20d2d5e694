package dev.touchstone.local.wandb.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A request as the endpoints see it.
 *
 * @param headers by lower-case name
 * @param body unpacked
 * @param at when it came
 */
public record Request(String method, Target target, Map<String, String> headers, Blob body, Instant at) {

    public Request {
        headers = Map.copyOf(headers);
    }

    public List<String> path() {
        return target.path();
    }

    public String segment(int index) {
        return target.segment(index);
    }

    /** A parameter of the query, or an empty text. */
    public String parameter(String name) {
        return target.query().getOrDefault(name, "");
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public boolean is(String otherMethod) {
        return method.equals(otherMethod);
    }
}
