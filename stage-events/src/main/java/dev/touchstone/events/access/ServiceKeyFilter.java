package dev.touchstone.events.access;

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
}
