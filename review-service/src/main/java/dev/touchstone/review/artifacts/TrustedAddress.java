package dev.touchstone.review.artifacts;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Decides whether an address from an event is one of ours. Pure, and strict: scheme, host and port must be the same. */
final class TrustedAddress {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private TrustedAddress() {
    }

    static boolean isIn(List<URI> services, URI address) {
        return address.getUserInfo() == null && services.stream().anyMatch(service -> origin(service) != null
                && Objects.equals(origin(service), origin(address)));
    }

    private static @Nullable String origin(URI address) {
        String scheme = address.getScheme();
        String host = address.getHost();
        if (scheme == null || host == null) {
            return null;
        }
        int standard = "https".equalsIgnoreCase(scheme) ? HTTPS : HTTP;
        int port = address.getPort() == -1 ? standard : address.getPort();
        return (scheme + "://" + host + ":" + port).toLowerCase(Locale.ROOT);
    }
}
