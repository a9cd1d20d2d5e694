package dev.touchstone.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import jakarta.inject.Singleton;

import io.quarkus.test.Mock;

/** The system's clock, moved ahead: a day passes without anybody waiting for it. */
@Mock
@Singleton
public class MovedClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    public void advance(Duration span) {
        ahead = ahead.plus(span);
    }

    public void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("only instants are asked for");
    }
}
