package dev.touchstone.telemetry.wandb;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast requests may come so that a server's quota lasts until it is renewed. The server counts in units of its own
 * ({@code RateLimit-Remaining}, until {@code RateLimit-Reset} seconds from now); how many requests a unit is good for is
 * estimated from what some of them used up. Pure: each method gives the tracker that comes after.
 *
 * @param requestsPerUnit estimated, a moving average
 * @param unitsPerSecond what is left, spread over the time until the reset
 * @param window since when requests are counted for the next estimate
 */
public record RateLimitTracker(Bounds bounds, double requestsPerUnit, double unitsPerSecond, Window window) {

    /** With less time than this until the reset, in seconds, nothing can be told. */
    private static final double TOO_LATE = 1;

    /**
     * @param slowest requests per second, also where nothing is left
     * @param fastest requests per second, as long as nothing is known
     * @param smoothing how much the old estimate counts in the new one, from 0 to less than 1
     * @param fewest requests that make an estimate
     */
    public record Bounds(double slowest, double fastest, double smoothing, int fewest) {

        /** Those of the official client. */
        public static final Bounds OFFICIAL = new Bounds(0.1, 65_536, 0.2, 5);

        /**
         * @throws IllegalArgumentException if the smoothing would never let go of the old estimate
         */
        public Bounds {
            if (smoothing < 0 || smoothing >= 1) {
                throw new IllegalArgumentException("smoothing " + smoothing);
            }
        }
    }

    /**
     * What was read last, and what was sent since.
     *
     * @param remaining units
     * @param end when the quota is renewed
     * @param requests since then
     */
    public record Window(double remaining, Instant end, int requests) {
    }

    /** Nothing known yet: as fast as one likes. */
    public static RateLimitTracker of(Bounds bounds) {
        return new RateLimitTracker(bounds, 1, bounds.fastest(), new Window(0, Instant.MIN, 0));
    }

    /** One more request. */
    public RateLimitTracker requested() {
        return with(new Window(window.remaining(), window.end(), window.requests() + 1));
    }

    /**
     * What an answer's headers say.
     *
     * @param remaining units, not negative
     * @param reset seconds until there are all of them again, not negative
     */
    public RateLimitTracker answered(Instant now, double remaining, double reset) {
        boolean sameQuota = now.isBefore(window.end());
        if (reset <= TOO_LATE || (sameQuota && window.requests() < Math.max(1, bounds.fewest()))) {
            return this;
        }
        double target = remaining / reset;
        double used = window.remaining() - remaining;
        boolean telling = used >= 1 && !now.isAfter(window.end());
        // Where the figures do not tell what a request costs, faster is tried: the next ones will.
        double estimate = telling ? window.requests() / used : bounds.fastest() / Math.max(target, Double.MIN_NORMAL);
        double smoothed = requestsPerUnit * bounds.smoothing() + estimate * (1 - bounds.smoothing());
        Instant end = now.plus(Duration.ofMillis(Math.round(reset * 1_000)));
        return new RateLimitTracker(bounds, smoothed, target, new Window(remaining, end, 0));
    }

    /** Requests per second. */
    public double targetPerSecond() {
        return Math.clamp(requestsPerUnit * unitsPerSecond, bounds.slowest(), bounds.fastest());
    }

    private RateLimitTracker with(Window newWindow) {
        return new RateLimitTracker(bounds, requestsPerUnit, unitsPerSecond, newWindow);
    }
}
