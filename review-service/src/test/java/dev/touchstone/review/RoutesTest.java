package dev.touchstone.review;

import static dev.touchstone.review.KnownKeys.as;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.access.Roles;
import dev.touchstone.events.testing.TestKeys;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** Who may call which route. A route that is not in the table fails the first test. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class RoutesTest {

    private static final Set<String> LOOK = Set.of(Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR);
    private static final Set<String> FETCH = Set.of(Roles.SERVICE, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR);
    private static final Set<String> READ = Set.of(Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR,
            Roles.SERVICE);
    private static final Set<String> DECIDE = Set.of(Roles.REVIEWER);
    private static final Set<String> HOUSE = Set.of(Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR);
    private static final Set<String> OPERATE = Set.of(Roles.OPERATOR);
    private static final Set<String> RETRY = Set.of(Roles.REVIEWER, Roles.OPERATOR);
    private static final Set<String> AUDIT = Set.of(Roles.OPERATOR, Roles.AUDITOR);
    /** Anybody: who is not known must be able to say who they are. */
    private static final Set<String> ANYBODY = Set.of();

    private static final Map<String, Set<String>> TABLE = Map.ofEntries(
            Map.entry("GET /", LOOK),
            Map.entry("GET /submissions/{submissionId}", LOOK),
            Map.entry("GET /submissions/{submissionId}/artifacts/{digest}", LOOK),
            Map.entry("GET /submissions/{submissionId}/security", LOOK),
            Map.entry("GET /submissions/{submissionId}/functional", LOOK),
            Map.entry("GET /submissions/{submissionId}/relay", LOOK),
            Map.entry("GET /submissions/{submissionId}/judge", LOOK),
            Map.entry("GET /submissions/{submissionId}/ledger", LOOK),
            Map.entry("GET /submissions/{submissionId}/timeline", LOOK),
            Map.entry("POST /submissions/{submissionId}/decision", DECIDE),
            Map.entry("POST /submissions/{submissionId}/retry", RETRY),
            Map.entry("POST /submissions/{submissionId}/claim", RETRY),
            Map.entry("POST /submissions/{submissionId}/release", RETRY),
            Map.entry("GET /review/queue", LOOK),
            Map.entry("GET /review/progress/{submissionId}", LOOK),
            Map.entry("GET /review/events/{submissionId}", LOOK),
            Map.entry("GET /review/ledger/{submissionId}", READ),
            Map.entry("GET /review/replay/{submissionId}", HOUSE),
            Map.entry("GET /review/rebuild", Set.of(Roles.OPERATOR, Roles.AUDITOR)),
            Map.entry("POST /review/rebuild", OPERATE),
            Map.entry("GET /review/ledger/{submissionId}/comparison", LOOK),
            Map.entry("POST /review/ledger/resend", OPERATE),
            Map.entry("POST /submissions/{submissionId}/ledger/resend", OPERATE),
            Map.entry("GET /review/ledger/checkpoint", LOOK),
            Map.entry("GET /review/ledger/key", LOOK),
            Map.entry("GET /review/ledger/proof/inclusion", LOOK),
            Map.entry("GET /review/ledger/proof/consistency", LOOK),
            Map.entry("GET /review/ledger/{submissionId}/export", READ),
            Map.entry("GET /review/ledger/export", AUDIT),
            Map.entry("POST /review/ledger/verify", LOOK),
            Map.entry("GET /agents/{agentId}", LOOK),
            Map.entry("GET /review/agents/{agentId}", LOOK),
            Map.entry("GET /dead-letters", OPERATE),
            Map.entry("POST /dead-letters/{letterId}/redelivery", OPERATE),
            Map.entry("GET /review/dead-letters", OPERATE),
            Map.entry("POST /review/dead-letters/{letterId}/redelivery", OPERATE),
            Map.entry("GET /runs", OPERATE),
            Map.entry("GET /review/runs", OPERATE),
            Map.entry("GET /review/artifacts/{digest}", LOOK),
            Map.entry("GET /review/reads/{submissionId}", AUDIT),
            Map.entry("GET /review/runs/{submissionId}", LOOK),
            Map.entry("GET /review/runs/{submissionId}/offline-archive", LOOK),
            Map.entry("POST /review/decision", DECIDE),
            Map.entry("POST /review/retry", RETRY),
            Map.entry("POST /review/claims", RETRY),
            Map.entry("POST /review/claims/release", RETRY),
            Map.entry("GET /artifacts/{digest}", FETCH),
            Map.entry("GET /sign-in", ANYBODY),
            Map.entry("POST /sign-in", ANYBODY),
            Map.entry("POST /sign-out", ANYBODY));

    /** Only by way of the identity provider, which {@code ProviderTest} stands for. */
    private static final Set<String> BY_PROVIDER = Set.of("GET /sign-in/provider");

    private static final Map<String, String> KEYS = Map.of(Roles.SUBMITTER, TestKeys.SUBMITTER, Roles.REVIEWER,
            TestKeys.REVIEWER, Roles.OPERATOR, TestKeys.OPERATOR, Roles.AUDITOR, TestKeys.AUDITOR, Roles.SERVICE,
            TestKeys.SERVICE);

    @Inject
    BeanManager beans;

    @Test
    void theTableHasEveryRoute() {
        // Given
        Set<String> known = new TreeSet<>(TABLE.keySet());
        known.addAll(BY_PROVIDER);
        // When
        Set<String> routes = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>> map(bean -> bean.getBeanClass()).distinct().flatMap(RoutesTest::routes)
                .collect(Collectors.toCollection(TreeSet::new));
        // Then
        assertEquals(known, routes);
    }

    @ParameterizedTest
    @MethodSource("everyRouteAndRole")
    void aRouteIsForItsRolesOnly(String route, String role) {
        // When
        int status = call(route, as(keyOf(role)));
        // Then
        if (route.equals("POST /sign-in")) {
            assertEquals(401, status, "no key was shown");
        } else if (rolesOf(route).isEmpty() || rolesOf(route).contains(role)) {
            assertFalse(status == 401 || status == 403 || status >= 500, "answered " + status);
        } else {
            assertEquals(403, status);
        }
    }

    @ParameterizedTest
    @MethodSource("everyRoute")
    void whoIsNotKnownGetsNothing(String route) {
        for (RequestSpecification nobody : new RequestSpecification[] { given(), as(TestKeys.UNKNOWN) }) {
            // When
            int status = call(route, nobody);
            // Then
            assertEquals(!rolesOf(route).isEmpty(), status == 401 && !route.equals("POST /sign-in"), "answered " + status);
        }
    }

    static Stream<String> everyRoute() {
        return TABLE.keySet().stream().sorted();
    }

    static Stream<Arguments> everyRouteAndRole() {
        return everyRoute().flatMap(route -> KEYS.keySet().stream().sorted().map(role -> Arguments.of(route, role)));
    }

    private static Set<String> rolesOf(String route) {
        return Objects.requireNonNull(TABLE.get(route));
    }

    private static String keyOf(String role) {
        return Objects.requireNonNull(KEYS.get(role));
    }

    /** With ids that nothing has: whoever may ask learns so, whoever may not learns nothing. */
    private static int call(String route, RequestSpecification caller) {
        String[] parts = route.split(" ", 2);
        String path = parts[1].replace("{submissionId}", UUID.randomUUID().toString())
                .replace("{agentId}", "no-such-agent").replace("{letterId}", UUID.randomUUID().toString())
                .replace("{digest}", "sha256:" + "0".repeat(64));
        RequestSpecification request = caller.redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
        if (parts[0].equals("POST")) {
            boolean json = path.startsWith("/review/");
            request.contentType(json ? "application/json" : "application/x-www-form-urlencoded").body(json ? "{}" : "a=b");
        }
        return request.request(parts[0], path).statusCode();
    }

    private static Stream<String> routes(Class<?> resource) {
        String base = path(resource.getAnnotation(Path.class)).orElse("");
        return !resource.isAnnotationPresent(Path.class) ? Stream.empty()
                : Arrays.stream(resource.getDeclaredMethods()).flatMap(method -> verb(method).stream()
                        .map(verb -> verb + " " + join(base, path(method.getAnnotation(Path.class)).orElse(""))));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations()).map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value()).findFirst();
    }

    private static Optional<String> path(Path annotation) {
        return Optional.ofNullable(annotation).map(Path::value);
    }

    /** Without the patterns of parameters. */
    private static String join(String base, String path) {
        return ("/" + base + "/" + path).replaceAll("\\{(\\w+):[^}]*}", "{$1}").replaceAll("/+", "/").replaceAll("(?<=.)/$",
                "");
    }
}
