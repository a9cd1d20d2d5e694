package dev.touchstone.local.wandb;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A request as the endpoints see it.
 *
 * @param path the segments, decoded one by one, so that an escaped slash stays within its segment
 * @param headers by lower-case name
 */
record Request(String method, List<String> path, Map<String, String> headers, Blob body) {

    Request {
        path = List.copyOf(path);
        headers = Map.copyOf(headers);
    }

    /** @param rawPath properly percent-encoded: the server refuses others itself */
    static List<String> segments(String rawPath) {
        return Arrays.stream(rawPath.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                // In a path a plus is a plus; only forms mean a blank by it.
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }

    String segment(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean is(String otherMethod) {
        return method.equals(otherMethod);
    }

    boolean isFileStream() {
        return path.size() == 5 && segment(0).equals("files") && segment(4).equals("file_stream");
    }
}
