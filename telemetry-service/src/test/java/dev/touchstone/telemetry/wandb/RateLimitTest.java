package dev.touchstone.telemetry.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void readsDecimalsAndNothingElse() {
        assertEquals(Optional.of(new RateLimit.Reading(123.5, 9)), RateLimit.reading(quota("123.5", "9")));
        for (String other : List.of("-1", "many", "1e9", "", "NaN")) {
            assertEquals(Optional.empty(), RateLimit.reading(quota(other, "9")));
            assertEquals(Optional.empty(), RateLimit.reading(quota("9", other)));
        }
    }

    @Test
    void waitsAsLongAsItIsToldInSecondsOrUntilADate() {
        assertEquals(Optional.of(Duration.ofSeconds(5)), retryAfter("5"));
        assertEquals(Optional.of(Duration.ofMillis(1_500)), retryAfter("1.5"));
        assertEquals(Optional.of(Duration.ofSeconds(90)), retryAfter("Thu, 1 Jan 2026 00:01:30 GMT"));
        assertEquals(Optional.of(Duration.ZERO), retryAfter("Wed, 31 Dec 2025 23:00:00 GMT"));
        assertEquals(Optional.empty(), retryAfter("tomorrow"));
    }

    @Test
    void waitsForTheRenewalOfAQuotaThatIsUsedUp() {
        assertEquals(Optional.of(Duration.ofSeconds(7)), RateLimit.retryAfter(quota("0", "7"), NOW));
        assertEquals(Optional.of(Duration.ofSeconds(60)), RateLimit.retryAfter(quota("0", "900"), NOW));
        assertEquals(Optional.empty(), RateLimit.retryAfter(quota("12", "7"), NOW));
    }

    @Test
    void isNotSilencedForDays() {
        assertEquals(Optional.of(Duration.ofHours(1)), retryAfter("999999"));
    }

    @Test
    void givesEachOfThoseWhoShareAQuotaHisTurn() {
        // Given
        RateLimits limits = new RateLimits();
        limits.answered("/files/acme/agents", quota("100", "50"), NOW);
        for (int i = 0; i < 60; i++) {
            limits.requested("/files/acme/agents");
            limits.answered("/files/acme/agents", quota(String.valueOf(100 - i), String.valueOf(50 - i / 2)), NOW);
        }

        // When
        Duration first = limits.answered("/files/acme/agents", quota("40", "20"), NOW);
        Duration second = limits.answered("/files/acme/agents", quota("40", "20"), NOW);

        // Then
        assertTrue(second.minus(first).compareTo(Duration.ofMillis(400)) > 0, first + " " + second);
        assertEquals(Duration.ZERO, limits.answered("/files/acme/others", HttpHeaders.of(Map.of(), (a, b) -> true), NOW));
    }

    @Test
    void backsOffAsTheOfficialClientDoes() {
        // Given
        Backoff steady = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(60), () -> 0);
        Backoff jittering = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(19), () -> -1);

        // Then
        assertEquals(List.of(2L, 4L, 8L, 16L, 32L, 60L, 60L),
                List.of(1, 2, 3, 4, 5, 6, 1_000).stream().map(tries -> steady.after(tries).toSeconds()).toList());
        assertEquals(Duration.ofSeconds(19), jittering.after(5));
        assertTrue(jittering.after(1).compareTo(Duration.ofMillis(1_200)) > 0, jittering.toString());
    }

    private static Optional<Duration> retryAfter(String value) {
        return RateLimit.retryAfter(HttpHeaders.of(Map.of("Retry-After", List.of(value)), (a, b) -> true), NOW);
    }

    private static HttpHeaders quota(String remaining, String reset) {
        return HttpHeaders.of(Map.of("RateLimit-Remaining", List.of(remaining), "RateLimit-Reset", List.of(reset)),
                (a, b) -> true);
    }
}
