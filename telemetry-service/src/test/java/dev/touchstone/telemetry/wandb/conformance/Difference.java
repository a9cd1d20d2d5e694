package dev.touchstone.telemetry.wandb.conformance;

import java.util.Set;

/**
 * Something in which our client is not like the official one, on purpose.
 *
 * @param request the operation in which it shows; the name alone, without facts, is one that only one of them asks
 * @param facts that only one of them has there
 * @param reason for people
 */
record Difference(String request, Set<String> facts, String reason) {

    static Difference in(String request, String reason, String... facts) {
        return new Difference(request, Set.of(facts), reason);
    }
}
