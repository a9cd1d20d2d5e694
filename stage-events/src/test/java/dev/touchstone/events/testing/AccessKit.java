package dev.touchstone.events.testing;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.restassured.RestAssured;
import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;

/**
 * No route of a service answers somebody it does not know. A service's test inherits it as a {@code @QuarkusTest}; the routes
 * are read from the service's own description, so that a new one cannot be forgotten.
 */
public abstract class AccessKit {

    private static final String ANY_ID = "00000000-0000-4000-8000-000000000000";
    private static final int UNAUTHORIZED = 401;

    private record Route(Method method, String path) {

        int answer(RequestSpecification who) {
            return who.redirects().follow(false).contentType("application/json")
                    .request(method, path.replaceAll("\\{[^}]*}", ANY_ID)).statusCode();
        }
    }

    /** Routes that anybody may call, as {@code GET /path}; each for a reason that its service's README gives. */
    protected Set<String> open() {
        return Set.of();
    }

    @Test
    void whoSendsNoKeyIsAnsweredNothing() {
        assertAll(closedRoutes().map(route -> () -> assertEquals(UNAUTHORIZED, route.answer(RestAssured.given()),
                route.toString())));
    }

    @Test
    void whoSendsAKeyThatNobodyHasIsAnsweredNothing() {
        assertAll(closedRoutes().map(route -> () -> assertEquals(UNAUTHORIZED,
                route.answer(TestKeys.as(TestKeys.UNKNOWN)), route.toString())));
    }

    private Stream<Route> closedRoutes() {
        List<Route> routes = routes();
        assertFalse(routes.isEmpty(), "The service describes no route");
        return routes.stream().filter(route -> !open().contains(route.method() + " " + route.path()));
    }

    private static List<Route> routes() {
        Map<String, Map<String, Object>> paths = RestAssured.given().queryParam("format", "JSON").get("/q/openapi").jsonPath()
                .getMap("paths");
        List<Route> routes = new ArrayList<>();
        paths.forEach((path, operations) -> operations.keySet().forEach(method -> {
            if (Stream.of(Method.values()).anyMatch(known -> known.name().equalsIgnoreCase(method))) {
                routes.add(new Route(Method.valueOf(method.toUpperCase(Locale.ROOT)), path));
            }
        }));
        return routes;
    }
}
