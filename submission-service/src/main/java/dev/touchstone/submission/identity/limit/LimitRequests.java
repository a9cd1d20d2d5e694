package dev.touchstone.submission.identity.limit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Callers;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.submission.ProblemType;
import dev.touchstone.submission.Problems;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.http.HttpServerRequest;

/**
 * Counts requests by address before anything else is done with them, and by key once it is known to be in force: buckets
 * for keys that nobody has would only fill the memory. The other services of the installation are not limited.
 */
@ApplicationScoped
public class LimitRequests {

    private static final String PATHS = "/api/";
    private static final String BEARER = "Bearer ";
    private static final String KEY = BEARER + "ts_";
    private static final String STANDINGS = "touchstone.rate-limit";
    private static final int UNAUTHORIZED = 401;

    private final RateLimitConfig config;
    private final ServiceKeys services;
    private final Callers callers;
    private final Buckets byAddress;
    final Buckets byKey;
    private final Buckets failures;

    LimitRequests(RateLimitConfig config, ServiceKeys services, Callers callers) {
        this.config = config;
        this.services = services;
        this.callers = callers;
        this.byAddress = buckets("address", config.perAddress());
        this.byKey = buckets("key", config.perKey());
        this.failures = buckets("failed-authentications", config.failuresPerAddress());
    }

    private Buckets buckets(String name, int amount) {
        return new Buckets(new Quota(name, amount, config.window()), config.mostRemembered(), TimeMeter.SYSTEM_NANOTIME);
    }

    @ServerRequestFilter(preMatching = true)
    public Optional<Response> byAddress(ContainerRequestContext context, HttpServerRequest request) {
        if (!isLimited(context)) {
            return Optional.empty();
        }
        String address = Network.of(request.remoteAddress().hostAddress());
        Standing failed = failures.look(address);
        return failed.admitted() ? settle(context, byAddress.take(address)) : settle(context, failed);
    }

    /** After the caller is known, and may call what it calls. */
    @ServerRequestFilter
    public Optional<Response> byKey(ContainerRequestContext context) {
        return isLimited(context) ? settle(context, byKey.take(who(context))) : Optional.empty();
    }

    @ServerResponseFilter
    public void tell(ContainerRequestContext context, ContainerResponseContext response, HttpServerRequest request) {
        if (response.getStatus() == UNAUTHORIZED && credential(context) != null && isLimited(context)) {
            failures.take(Network.of(request.remoteAddress().hostAddress()));
        }
        List<Standing> standings = standings(context);
        if (!standings.isEmpty()) {
            Fields.of(standings).forEach((name, value) -> response.getHeaders().putSingle(name, value));
        }
    }

    private boolean isLimited(ContainerRequestContext context) {
        return config.enabled() && context.getUriInfo().getPath().startsWith(PATHS) && !services.isOne(credential(context));
    }

    private static @Nullable String credential(ContainerRequestContext context) {
        return context.getHeaderString(HttpHeaders.AUTHORIZATION);
    }

    /** A key by itself; a person whoever vouches for them, because tokens change every few minutes. */
    private String who(ContainerRequestContext context) {
        String credential = credential(context);
        if (credential != null && credential.regionMatches(true, 0, KEY, 0, KEY.length())) {
            return name(credential.substring(BEARER.length()));
        }
        Caller caller = callers.current();
        return caller.organizationId() + "/" + caller.name();
    }

    /** Secrets are not kept, not even here. */
    static String name(String secret) {
        return Artifacts.digest(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Response> settle(ContainerRequestContext context, Standing standing) {
        List<Standing> standings = new ArrayList<>(standings(context));
        standings.add(standing);
        context.setProperty(STANDINGS, List.copyOf(standings));
        return standing.admitted() ? Optional.empty() : Optional.of(refusal(standing));
    }

    private static Response refusal(Standing standing) {
        return Problems.of(ProblemType.TOO_MANY_REQUESTS)
                .withDetail("Come back in " + standing.waitSeconds() + " s; see the fields RateLimit and RateLimit-Policy.")
                .with("violated-policies", List.of(standing.quota().name()))
                .withHeader(HttpHeaders.RETRY_AFTER, standing.waitSeconds()).build().toResponse();
    }

    private static List<Standing> standings(ContainerRequestContext context) {
        return context.getProperty(STANDINGS) instanceof List<?> list
                ? list.stream().filter(Standing.class::isInstance).map(Standing.class::cast).toList()
                : List.of();
    }
}
