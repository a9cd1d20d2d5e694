package dev.touchstone.local.wandb.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef01234567";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = { SECRET, "local-" + SECRET, "wandb_v1_" + SECRET, "a.b-c.d_e" })
    void plausibleKeysAreGood(String key) {
        assertTrue(Credentials.refuse(request(basic("api:" + key), "", NOW)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = { "api:short", "api:", "user:" + SECRET, "api:local-short", "api:" + SECRET + " " })
    void othersAreMalformed(String credentials) {
        Answer answer = Credentials.refuse(request(basic(credentials), "", NOW)).orElseThrow();

        assertEquals(401, answer.status());
        assertEquals("{\"error\":\"Malformed token\"}", answer.body().text());
    }

    @Test
    void nothingIsNotEnough() {
        assertEquals(401, Credentials.refuse(request("Basic ###", "", NOW)).orElseThrow().status());
        assertEquals("{\"error\":\"user is not logged in\"}",
                Credentials.refuse(request("", "", NOW)).orElseThrow().body().text());
    }

    @Test
    void anAccessTokenIsGoodForAnHour() {
        // Given
        Answer exchanged = IdentityTokens.exchange(request("",
                "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=a.b.c", NOW));
        String token = "Bearer " + Json.parse(exchanged.body().text()).orElseThrow().path("access_token").asText();

        // Then
        assertTrue(Credentials.refuse(request(token, "", NOW.plusSeconds(3_599))).isEmpty());
        assertEquals(401, Credentials.refuse(request(token, "", NOW.plusSeconds(3_600))).orElseThrow().status());
        assertEquals(401, Credentials.refuse(request("Bearer " + SECRET, "", NOW)).orElseThrow().status());
    }

    @Test
    void onlyAJwtIsExchanged() {
        assertEquals(400, IdentityTokens.exchange(request("", "grant_type=password&assertion=a.b.c", NOW)).status());
    }

    private static Request request(String authorization, String body, Instant at) {
        return new Request("POST", new Target(List.of("oidc", "token"), Map.of()), Map.of("authorization", authorization),
                Blob.of(body), at);
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
