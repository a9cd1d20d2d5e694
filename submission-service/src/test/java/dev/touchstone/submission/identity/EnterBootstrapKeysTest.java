package dev.touchstone.submission.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.ServiceTest;
import dev.touchstone.submission.identity.IdentityConfig.Bootstrap;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.sqlclient.Pool;

@ServiceTest
class EnterBootstrapKeysTest {

    @Inject
    Pool pool;
    @Inject
    Clock clock;
    @Inject
    KnownGrants known;

    private final String organization = "boot-" + UUID.randomUUID().toString().substring(0, 8);

    /** The service starts with one more key than the tests', or with none more. */
    private void start(Map<String, String> more) {
        Map<String, Bootstrap> keys = new HashMap<>(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class)
                .getConfigMapping(IdentityConfig.class).bootstrap());
        keys.putAll(configured(more).bootstrap());
        new EnterBootstrapKeys(pool, clock, () -> keys).enter(new StartupEvent());
    }

    private static IdentityConfig configured(Map<String, String> environment) {
        return new SmallRyeConfigBuilder().withMapping(IdentityConfig.class)
                .withSources(new EnvConfigSource(environment, 300)).build().getConfigMapping(IdentityConfig.class);
    }

    private Map<String, String> environment(String secret) {
        return Map.of("TOUCHSTONE_IDENTITY_BOOTSTRAP_EXTRA_KEY", secret,
                "TOUCHSTONE_IDENTITY_BOOTSTRAP_EXTRA_ORGANIZATION", organization,
                "TOUCHSTONE_IDENTITY_BOOTSTRAP_EXTRA_NAME", "Extra",
                "TOUCHSTONE_IDENTITY_BOOTSTRAP_EXTRA_ROLES", "submitter,auditor:read");
    }

    private static String secret() {
        return "ts_test_extra_" + UUID.randomUUID().toString().replace("-", "");
    }

    private void answers(String secret, int status) {
        known.forgetKey(new dev.touchstone.events.access.ApiKey(secret).digest()).await().indefinitely();
        Api.as(secret).get("/api/v1/organizations/" + organization).then().statusCode(status);
    }

    @AfterEach
    void startAsBefore() {
        start(Map.of());
    }

    @Test
    void aConfiguredKeyIsInForceHoweverOftenTheServiceStarts() {
        // Given
        String secret = secret();
        // When
        start(environment(secret));
        start(environment(secret));
        // Then
        answers(secret, 200);
        Api.as(TestKeys.OPERATOR).get("/api/v1/organizations/" + organization + "/keys").then()
                .body("items.find { it.revokedAt == null }.name", equalTo("Extra"))
                .body("items.find { it.revokedAt == null }.configured", equalTo(true));
    }

    @Test
    void aKeyThatIsConfiguredNoMoreIsInForceNoMore() {
        // Given
        String secret = secret();
        start(environment(secret));
        // When
        start(Map.of());
        // Then
        answers(secret, 401);
        start(environment(secret));
        answers(secret, 200);
    }

    @Test
    void anotherSecretReplacesTheFirst() {
        // Given
        String first = secret();
        String second = secret();
        start(environment(first));
        // When
        start(environment(second));
        // Then
        answers(first, 401);
        answers(second, 200);
    }

    @Test
    void aStartDoesNotUndoThatAPersonRevokedAKey() {
        // Given
        String secret = secret();
        start(environment(secret));
        String keys = "/api/v1/organizations/" + organization + "/keys";
        String id = Api.as(TestKeys.OPERATOR).get(keys).then().extract().path("items[0].keyId");
        Api.as(TestKeys.OPERATOR).delete(keys + "/" + id).then().statusCode(204);
        // When
        start(environment(secret));
        // Then
        answers(secret, 401);
    }

    @Test
    void aKeyThatIsNobodysStopsTheStart() {
        // Given
        Map<String, String> incomplete = new HashMap<>(environment(secret()));
        incomplete.remove("TOUCHSTONE_IDENTITY_BOOTSTRAP_EXTRA_ORGANIZATION");
        // Then
        assertThrows(ConfigValidationException.class, () -> configured(incomplete));
    }
}
