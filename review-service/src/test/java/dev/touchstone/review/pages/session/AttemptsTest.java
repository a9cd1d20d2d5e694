package dev.touchstone.review.pages.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class AttemptsTest {

    private final HandSetClock clock = new HandSetClock();
    private final Attempts attempts = new Attempts(Settings.of(2, false), clock);

    private static final class HandSetClock extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void anAddressMayTrySoOftenInAMinute() {
        // Given
        assertEquals(Optional.empty(), attempts.tooMany("192.0.2.1"));
        clock.now = clock.now.plusSeconds(20);
        assertEquals(Optional.empty(), attempts.tooMany("192.0.2.1"));
        // When
        Optional<Duration> wait = attempts.tooMany("192.0.2.1");
        // Then
        assertEquals(Optional.of(Duration.ofSeconds(40)), wait);
        assertEquals(Optional.empty(), attempts.tooMany("192.0.2.2"));
        clock.now = clock.now.plusSeconds(40);
        assertEquals(Optional.empty(), attempts.tooMany("192.0.2.1"));
    }

    @Test
    void aNetworkOfIpv6AddressesCountsAsOne() {
        // Given
        attempts.tooMany("2001:db8:0:1::1");
        attempts.tooMany("2001:db8:0:1::2");
        // When
        Optional<Duration> third = attempts.tooMany("2001:db8:0:1:ffff::3");
        // Then
        assertEquals(true, third.isPresent());
        assertEquals(Optional.empty(), attempts.tooMany("2001:db8:0:2::1"));
    }
}
