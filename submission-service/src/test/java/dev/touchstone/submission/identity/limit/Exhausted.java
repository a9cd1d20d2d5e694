package dev.touchstone.submission.identity.limit;

import jakarta.enterprise.inject.spi.CDI;

import io.quarkus.arc.ClientProxy;

/** A key that was used too often, in a service that lets tests ask as often as they like. */
public final class Exhausted {

    private static final long FOR_AN_HOUR = 100_000_000;

    private Exhausted() {
    }

    /** Leaves the key so deep in debt that no test sees the end of it. */
    public static void key(String secret) {
        LimitRequests limits = ClientProxy.unwrap(CDI.current().select(LimitRequests.class).get());
        limits.byKey.bucket(LimitRequests.name(secret)).consumeIgnoringRateLimits(FOR_AN_HOUR);
    }
}
