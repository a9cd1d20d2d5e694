package dev.touchstone.review.pages.session;

import jakarta.enterprise.event.Observes;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/**
 * Headers that depend on the answer; those that do not are in the configuration. What says nothing of caches is kept by none:
 * every answer but the style sheet's is somebody's own. By https browsers are told to come by https only, by http they must not
 * be (RFC 6797, 7.2).
 */
class AnswerHeaders {

    private static final String STRICT_TRANSPORT = "Strict-Transport-Security";
    private static final String A_YEAR = "max-age=31536000";
    private static final int EARLY = 1000;

    private final SessionCookie cookie;

    AnswerHeaders(SessionCookie cookie) {
        this.cookie = cookie;
    }

    void register(@Observes Filters filters) {
        filters.register(this::complete, EARLY);
    }

    private void complete(RoutingContext request) {
        request.addHeadersEndHandler(
                ignored -> complete(request.response().headers(), cookie.isSecure(request.request())));
        request.next();
    }

    static void complete(MultiMap headers, boolean secure) {
        if (!headers.contains(HttpHeaderNames.CACHE_CONTROL)) {
            headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        }
        if (secure) {
            headers.set(STRICT_TRANSPORT, A_YEAR);
        }
    }
}
