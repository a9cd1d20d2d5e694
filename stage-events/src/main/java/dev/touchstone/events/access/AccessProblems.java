package dev.touchstone.events.access;

import java.net.URI;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;

/** What a caller who may not call is told: RFC 9457, and not one word about why a credential was refused. */
public class AccessProblems {

    private static final String TYPES = "urn:touchstone:problem:";
    /** Before the mappers that the library brings; two of them were built against another Quarkus and fail with this one. */
    private static final int FIRST = Priorities.USER - 100;
    private static final int RETRY_SECONDS = 5;

    @ServerExceptionMapper(priority = FIRST)
    public Response unknown(UnauthorizedException nobody) {
        return unauthenticated();
    }

    @ServerExceptionMapper(priority = FIRST)
    public Response refused(AuthenticationFailedException refused) {
        return refused.getCause() instanceof DirectoryAway away ? away(away) : unauthenticated();
    }

    @ServerExceptionMapper(priority = FIRST)
    public Response away(DirectoryAway away) {
        return problem("directory-away", 503, "Nobody can be known at the moment")
                .withDetail("The directory of keys and members does not answer; try again.")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build().toResponse();
    }

    private static Response unauthenticated() {
        return problem("unauthenticated", 401, "You are not known")
                .withDetail("Send a key that is in force, or a token of the identity provider, as Authorization: Bearer.")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build().toResponse();
    }

    static HttpProblem.Builder problem(String type, int status, String title) {
        return HttpProblem.builder().withType(URI.create(TYPES + type)).withStatus(status).withTitle(title);
    }
}
