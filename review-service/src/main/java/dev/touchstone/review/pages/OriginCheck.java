package dev.touchstone.review.pages;

import java.util.Optional;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

import dev.touchstone.review.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

/** Refuses what another site's page makes a reviewer's browser send. */
class OriginCheck {

    private static final int FORBIDDEN = 403;

    private final Answering answering;

    OriginCheck(Answering answering) {
        this.answering = answering;
    }

    @ServerRequestFilter
    Uni<@Nullable Response> check(ContainerRequestContext context, HttpServerRequest request, HttpHeaders headers) {
        String authority = request.authority() == null ? null : request.authority().toString();
        SameOrigin from = new SameOrigin(headers.getHeaderString("Sec-Fetch-Site"), headers.getHeaderString("Origin"),
                authority);
        MediaType type = headers.getMediaType();
        if (from.allows(context.getMethod(), Optional.ofNullable(type))) {
            return Uni.createFrom().nullItem();
        }
        return answering.wantsPage()
                ? answering.error(FORBIDDEN, ErrorPage.Fault.OTHER_ORIGIN)
                : Uni.createFrom().item(Problems.of(FORBIDDEN, "other-origin", "The request comes from another site").build()
                        .toResponse());
    }
}
