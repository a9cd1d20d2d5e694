package dev.touchstone.events.artifacts;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * An address from an event that is one of our own services': the only kind that is fetched from, and that is sent the services'
 * key. Strict: scheme, host and port must be the same.
 */
public final class TrustedAddress {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final URI address;

    private TrustedAddress(URI address) {
        this.address = address;
    }

    /** Empty where the address is not one of these services'. */
    public static Optional<TrustedAddress> of(List<URI> services, URI address) {
        return isIn(services, address) ? Optional.of(new TrustedAddress(address)) : Optional.empty();
    }

    public URI uri() {
        return address;
    }

    private static boolean isIn(List<URI> services, URI address) {
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
