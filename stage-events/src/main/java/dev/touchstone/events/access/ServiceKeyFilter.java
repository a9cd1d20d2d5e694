package dev.touchstone.events.access;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Lets a REST client speak as a service of this installation. Only ever for clients of our own services. */
@ApplicationScoped
public class ServiceKeyFilter implements ClientRequestFilter {

    private final AccessConfig config;

    ServiceKeyFilter(AccessConfig config) {
        this.config = config;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, authorization());
    }

    /** The header's value, for clients that are not REST clients. */
    public String authorization() {
        return "Bearer " + config.serviceKey();
    }

    /**
     * The header's value where the address is submission-service's, which keeps the accepted cards; empty for any other: an
     * address that came with an event must not be able to draw the key out.
     */
    public Optional<String> authorizationForCards(URI address) {
        return sameOrigin(address, config.directoryUrl()) ? Optional.of(authorization()) : Optional.empty();
    }

    private static boolean sameOrigin(URI one, URI other) {
        return Objects.equals(one.getScheme(), other.getScheme()) && Objects.equals(one.getHost(), other.getHost())
                && one.getPort() == other.getPort();
    }
}
