package dev.touchstone.local.wandb.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request is for.
 *
 * @param path the segments, decoded one by one, so that an escaped slash stays within its segment
 * @param query the parameters behind the question mark
 */
public record Target(List<String> path, Map<String, String> query) {

    public Target {
        path = List.copyOf(path);
        query = Map.copyOf(query);
    }

    /** @param uri properly percent-encoded: the server refuses others itself */
    public static Target of(URI uri) {
        return new Target(segments(uri.getRawPath()), parameters(uri.getRawQuery() == null ? "" : uri.getRawQuery()));
    }

    private static List<String> segments(String rawPath) {
        return Arrays.stream(rawPath.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                // In a path a plus is a plus; only forms mean a blank by it.
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }

    /** The parameters of a query or of a form. */
    public static Map<String, String> parameters(String raw) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    public String segment(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    public boolean isFileStream() {
        return path.size() == 5 && segment(0).equals("files") && segment(4).equals("file_stream");
    }
}
