package dev.touchstone.submission.intake;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.touchstone.submission.Problems;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Refuses by its announced length what is too large, before a byte of it is read, with a problem like any other. */
@ApplicationScoped
class RefuseLargeRequests {

    /** Before Quarkus' own limit, which would close the connection without a word. */
    private static final int FIRST = 100;

    private final IntakeConfig config;

    RefuseLargeRequests(IntakeConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext request) {
        if (length(request) > config.maxBytes()) {
            refuse(request, Problems.tooLarge(config.maxBytes()));
        } else {
            request.next();
        }
    }

    private static long length(RoutingContext request) {
        String announced = request.request().getHeader(HttpHeaderNames.CONTENT_LENGTH);
        try {
            return announced == null ? 0 : Long.parseLong(announced);
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }

    private static void refuse(RoutingContext request, HttpProblem problem) {
        JsonObject document = new JsonObject().put("type", problem.getType().toString())
                .put("status", problem.getStatusCode()).put("title", problem.getTitle()).put("detail", problem.getDetail())
                .put("instance", request.normalizedPath());
        if (request.request().version() != HttpVersion.HTTP_2) {
            // The rest of the body is not read. HTTP/2 has no such header and ends the stream instead.
            request.response().putHeader(HttpHeaderNames.CONNECTION, "close");
        }
        request.response().setStatusCode(problem.getStatusCode())
                .putHeader(HttpHeaderNames.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString().toLowerCase(Locale.ROOT))
                .end(document.encode());
    }
}
