package dev.touchstone.submission.identity;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.ServiceTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/**
 * The table of routes and roles in README.md is what the service answers. Whoever adds a route adds its row: the failure of
 * this test prints the table as it should be.
 */
@ServiceTest
class RolesTableTest {

    private static final Pattern ROW = Pattern.compile("\\| `(GET|POST|PUT|PATCH|DELETE) /[^`]*` \\|( (yes|–) \\|){5}");
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
    /** In the order of the table's columns. */
    private static final List<String> KEYS = List.of(TestKeys.SUBMITTER, TestKeys.REVIEWER, TestKeys.OPERATOR,
            TestKeys.AUDITOR, TestKeys.SERVICE);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    @Test
    void theTableSaysWhoMayCallWhat() throws IOException {
        // Given
        List<String> written = Files.readAllLines(Path.of("README.md")).stream().filter(ROW.asMatchPredicate()).sorted()
                .toList();
        // When
        List<String> measured = routes().stream().map(RolesTableTest::row).sorted().toList();
        // Then
        assertEquals(String.join("\n", measured), String.join("\n", written));
    }

    /** As {@code GET /api/v1/submissions/{id}}. */
    private static List<String> routes() {
        Map<String, Map<String, Object>> paths = given().accept(ContentType.JSON).get("/q/openapi").then().statusCode(200)
                .extract().path("paths");
        List<String> routes = new ArrayList<>();
        paths.forEach(
                (path, operations) -> operations.keySet().stream().map(method -> method.toUpperCase(Locale.ROOT) + " " + path)
                        .filter(route -> !route.startsWith("PARAMETERS")).forEach(routes::add));
        return routes;
    }

    private static String row(String route) {
        assertEquals(UNAUTHORIZED, ask(given(), route), () -> route + " for nobody");
        StringBuilder row = new StringBuilder("| `" + route + "` |");
        KEYS.forEach(key -> row.append(ask(Api.as(key), route) == FORBIDDEN ? " – |" : " yes |"));
        return row.toString();
    }

    /** Asks for something that is not there, with a request that says nothing, so that nothing comes of it. */
    private static int ask(RequestSpecification request, String route) {
        String method = route.substring(0, route.indexOf(' '));
        String path = PARAMETER.matcher(route.substring(method.length() + 1))
                .replaceAll("00000000-0000-0000-0000-000000000000");
        boolean says = method.startsWith("P");
        return (says ? request.contentType(ContentType.JSON).body("{}") : request).request(method, path).statusCode();
    }
}
