package dev.touchstone.submission.identity.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.bucket4j.TimeMeter;

class BucketsTest {

    private static final Quota TEN_A_MINUTE = new Quota("key", 10, Duration.ofMinutes(1));

    private final Hands clock = new Hands();
    private final Buckets buckets = new Buckets(TEN_A_MINUTE, 1000, clock);

    /** A clock that the test moves on. */
    private static final class Hands implements TimeMeter {

        private long seconds;

        @Override
        public long currentTimeNanos() {
            return TimeUnit.SECONDS.toNanos(seconds);
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private void empty(String who) {
        for (int taken = 0; taken < TEN_A_MINUTE.amount(); taken++) {
            assertTrue(buckets.take(who).admitted());
        }
    }

    @Test
    void aBucketIsEmptyAfterItsQuota() {
        // Given
        empty("a");
        // When
        Standing refused = buckets.take("a");
        // Then
        assertFalse(refused.admitted());
        assertEquals(0, refused.remaining());
        assertEquals(6, refused.waitSeconds());
        assertTrue(buckets.take("b").admitted());
    }

    @Test
    void aBucketFillsWithTime() {
        // Given
        empty("a");
        // When
        clock.seconds = 12;
        // Then
        assertTrue(buckets.take("a").admitted());
        assertTrue(buckets.take("a").admitted());
        assertFalse(buckets.take("a").admitted());
    }

    @Test
    void lookingTakesNothing() {
        assertEquals(10, buckets.look("a").remaining());
        buckets.take("a");
        assertEquals(9, buckets.look("a").remaining());
        assertEquals(9, buckets.look("a").remaining());
    }

    @Test
    void noMoreAreRememberedThanAgreed() {
        // When
        for (int who = 0; who < 20_000; who++) {
            buckets.take("stranger " + who);
        }
        // Then
        assertTrue(buckets.remembered() <= 1000, () -> "remembered " + buckets.remembered());
    }

    @Test
    void whatIsFullAgainIsForgotten() {
        // Given
        empty("a");
        // When
        clock.seconds = 121;
        // Then
        assertEquals(0, buckets.remembered());
        assertEquals(9, buckets.take("a").remaining());
    }

    @Test
    void fieldsTellOfEveryQuotaAndOfTheTightest() {
        // Given
        Standing key = new Standing(TEN_A_MINUTE, true, 3, 41_500_000_000L, 0);
        Standing address = new Standing(new Quota("address", 20, Duration.ofMinutes(1)), true, 15, 15_000_000_000L, 0);
        // When
        var fields = Fields.of(List.of(address, key));
        // Then
        assertEquals("\"address\";q=20;w=60, \"key\";q=10;w=60", fields.get("RateLimit-Policy"));
        assertEquals("\"address\";r=15;t=15, \"key\";r=3;t=42", fields.get("RateLimit"));
        assertEquals("10", fields.get("RateLimit-Limit"));
        assertEquals("3", fields.get("RateLimit-Remaining"));
        assertEquals("42", fields.get("RateLimit-Reset"));
    }

    @ParameterizedTest
    @CsvSource({ "192.0.2.7, 192.0.2.7", "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
            "2001:db8:1:2:ffff::1, 20010db800010002/64", "unknown, unknown" })
    void aNetworkOfIpv6CountsAsOneAddress(String host, String network) {
        assertEquals(network, Network.of(host));
    }
}
