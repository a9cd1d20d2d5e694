package dev.touchstone.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Requests are small: decisions with notes. Only one route takes files, and the server's own limit is for that one; it can
 * have no second.
 */
@ApplicationScoped
class SmallBodies {

    private static final long LARGEST = 256 * 1024;
    private static final String FOR_FILES = "/review/ledger/verify";
    private static final int TOO_LARGE = 413;

    void limit(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(SmallBodies::limit);
    }

    private static void limit(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (FOR_FILES.equals(request.normalizedPath())) {
            request.next();
        } else if (length == null) {
            // Whoever does not say how much follows is counted while it is read.
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, LARGEST);
            request.next();
        } else if (Long.parseLong(length) > LARGEST) {
            request.response().putHeader("Connection", "close").setStatusCode(TOO_LARGE).end();
        } else {
            request.next();
        }
    }
}
