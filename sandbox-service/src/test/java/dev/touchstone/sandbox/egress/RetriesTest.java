package dev.touchstone.sandbox.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Usage;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

class RetriesTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private final Retries retries = new Retries(
            EgressFixture.config(Map.of("tries", "9", "retry-wait", "1S", "longest-retry-wait", "10S")), NOON);

    @ParameterizedTest
    @ValueSource(ints = { 408, 425, 429, 500, 502, 503, 504, 599 })
    void aStatusThatPassesIsTriedAgain(int status) {
        assertTrue(retries.waitAfter(received(status, null), 1).isPresent());
    }

    @ParameterizedTest
    @ValueSource(ints = { 200, 204, 301, 400, 401, 403, 404, 405, 409, 418, 422, 451 })
    void anyOtherStatusStands(int status) {
        assertEquals(Optional.empty(), retries.waitAfter(received(status, null), 1));
    }

    @ParameterizedTest
    @EnumSource
    void ofAllFailuresOnlyAMissingConnectionIsTriedAgain(FailureCode code) {
        // When
        Optional<Duration> wait = retries.waitAfter(Exchanged.Lost.unsent(code, ""), 1);
        // Then
        assertEquals(code == FailureCode.CONNECT || code == FailureCode.CIRCUIT_OPEN, wait.isPresent());
    }

    @ParameterizedTest
    @CsvSource({ "1, 500, 1000", "2, 1000, 2000", "3, 2000, 4000", "4, 4000, 8000", "5, 5000, 10000", "8, 5000, 10000" })
    void theWaitDoublesUpToTheLongest(int sent, long least, long most) {
        // When
        long millis = retries.waitAfter(received(503, null), sent).orElseThrow().toMillis();
        // Then
        assertTrue(least <= millis && millis <= most, millis + " ms");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0 | 0", "7 | 7", " 10 | 10", "Sat, 21 Nov 2026 12:00:05 GMT | 5", "Sat, 21 Nov 2026 11:00:00 GMT | 0" })
    void retryAfterIsKeptTo(String header, long seconds) {
        assertEquals(Optional.of(Duration.ofSeconds(seconds)), retries.waitAfter(received(429, header), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = { "11", "999999999", "Sat, 21 Nov 2026 13:00:00 GMT" })
    void whoAsksForTooMuchPatienceGetsNone(String header) {
        assertEquals(Optional.empty(), retries.waitAfter(received(429, header), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = { "-1", "soon", "", "9999999999", "1.5" })
    void aMalformedRetryAfterIsOverlooked(String header) {
        assertTrue(retries.waitAfter(received(429, header), 1).isPresent());
    }

    @Test
    void theLastTryIsTheLast() {
        assertEquals(Optional.empty(), retries.waitAfter(received(503, null), 9));
    }

    private static Exchanged received(int status, @Nullable String retryAfter) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        if (retryAfter != null) {
            headers.set("Retry-After", retryAfter);
        }
        return new Exchanged.Received(status, headers, Buffer.buffer(), Usage.NONE);
    }
}
