package dev.touchstone.sandbox.attempt;

import java.time.Duration;
import java.util.Optional;

/** The most that an attempt may take. What is under way when a limit is met ends by the limits of a single call. */
public record Limits(Duration maxDuration, long maxRequests, long maxBytes) {

    static Limits of(BudgetConfig config) {
        return new Limits(config.maxDuration(), config.maxRequests(), config.maxBytes());
    }

    /** Which limit is met, in words. */
    Optional<String> metBy(Spending spent) {
        if (spent.requests() >= maxRequests) {
            return Optional.of("The attempt has used up its " + maxRequests + " requests.");
        }
        if (spent.bytes() >= maxBytes) {
            return Optional.of("The attempt has used up its " + maxBytes + " bytes.");
        }
        return spent.millis() >= maxDuration.toMillis()
                ? Optional.of("The attempt has used up its time of " + maxDuration.toSeconds() + " seconds.")
                : Optional.empty();
    }
}
