package dev.touchstone.local.client;

import java.net.URI;
import java.util.Set;

/**
 * Whom to ask, and as whom.
 *
 * @param base of the submission-service, without a slash at its end
 * @param key presented as a bearer token; never part of what is shown
 */
public record Target(String base, String key) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    URI at(String path) {
        return URI.create(base + path);
    }

    /** Whether others can read the key on its way. */
    public boolean isExposed() {
        URI url = URI.create(base);
        return !"https".equalsIgnoreCase(url.getScheme()) && !LOOPBACK.contains(url.getHost());
    }

    @Override
    public String toString() {
        return base;
    }
}
