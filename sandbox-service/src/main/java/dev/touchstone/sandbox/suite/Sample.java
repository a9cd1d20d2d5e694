package dev.touchstone.sandbox.suite;

import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Which cases an attempt asked, told so that it can be proved later without being foreseen before.
 *
 * @param seedId names the seed without giving it away: 16 hexadecimal digits
 * @param count of cases that were chosen
 * @param of so many cases
 * @param digest {@code sha256:} and the hash of the ids of the chosen cases in their order, one a line
 */
@RegisterForReflection
public record Sample(String seedId, int count, int of, String digest) {

    /** The sample with its cases, in the order in which they are asked. */
    public record Drawn(List<SuiteCase> cases, Sample sample) {

        public Drawn {
            cases = List.copyOf(cases);
        }
    }
}
