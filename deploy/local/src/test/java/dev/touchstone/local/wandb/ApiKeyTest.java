package dev.touchstone.local.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.local.wandb.http.Answer;
import dev.touchstone.local.wandb.http.ApiKey;

class ApiKeyTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef01234567";

    @ParameterizedTest
    @ValueSource(strings = { SECRET, "local-" + SECRET, "wandb_v1_" + SECRET, "a.b-c.d_e" })
    void plausibleKeysAreGood(String key) {
        assertTrue(ApiKey.refuse(WandbClient.basic("api:" + key)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = { "api:short", "api:", "user:" + SECRET, "api:local-short", "api:" + SECRET + " " })
    void othersAreMalformed(String credentials) {
        Answer answer = ApiKey.refuse(WandbClient.basic(credentials)).orElseThrow();

        assertEquals(401, answer.status());
        assertEquals("{\"error\":\"Malformed token\"}", answer.body().text());
    }

    @Test
    void onlyBasicAuthenticationIsKnown() {
        assertEquals(401, ApiKey.refuse("Bearer " + SECRET).orElseThrow().status());
        assertEquals(401, ApiKey.refuse("Basic ###").orElseThrow().status());
        assertEquals("{\"error\":\"user is not logged in\"}", ApiKey.refuse("").orElseThrow().body().text());
    }
}
