package dev.touchstone.submission.identity.limit;

import static org.hamcrest.Matchers.contains;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.Api;
import dev.touchstone.submission.ServiceTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

@ServiceTest
@TestProfile(WithoutProxyTest.Few.class)
class WithoutProxyTest {

    /** As it is without any setting of a proxy. */
    public static class Few implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("touchstone.rate-limit.window", "1H", "touchstone.rate-limit.per-address", "3");
        }
    }

    @Test
    void nobodyChoosesTheirOwnAddress() {
        // Given
        for (int asked = 0; asked < 3; asked++) {
            Api.asSubmitter().header("X-Forwarded-For", "192.0.2." + asked).get("/api/v1/catalog").then().statusCode(200);
        }
        // When
        var answer = Api.as(TestKeys.OPERATOR).header("X-Forwarded-For", "192.0.2.9").get("/api/v1/catalog").then();
        // Then
        answer.statusCode(429).body("violated-policies", contains("address"));
    }
}
