package dev.touchstone.events.access;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** Which requests change nothing, so that a scope for reading is enough. */
public final class Reading {

    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private Reading() {
    }

    public static boolean is(@Nullable RoutingContext request) {
        return request != null && METHODS.contains(request.request().method());
    }
}
