package dev.touchstone.telemetry.wandb;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the headers that a server wants of an upload, {@code Name:Value}. */
final class UploadHeaders {

    /** The HTTP client sets these by itself and takes them from nobody. */
    private static final Set<String> OWN = Set.of("connection", "content-length", "expect", "host", "upgrade");

    private UploadHeaders() {
    }

    /** Empty where the address or a header cannot be used. */
    static Optional<HttpRequest.Builder> request(URI target, List<String> headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(target);
            for (String header : headers) {
                int colon = header.indexOf(':');
                String name = header.substring(0, Math.max(0, colon)).strip();
                if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                    request.setHeader(name, header.substring(colon + 1).strip());
                }
            }
            return Optional.of(request);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
