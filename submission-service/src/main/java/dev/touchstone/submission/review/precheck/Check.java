package dev.touchstone.submission.review.precheck;

import com.fasterxml.jackson.annotation.JsonIgnore;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One thing that precheck looked at.
 *
 * @param name stable, as {@code card.version}
 * @param detail for people
 * @param counts towards the score; what is left to the agent, or says something of the review only, does not
 */
@RegisterForReflection
record Check(String name, Result result, String detail, @JsonIgnore boolean counts) {

    /** A warning never blocks, a violation always does; what was not there to look at is skipped. */
    @RegisterForReflection
    enum Result {
        PASSED,
        WARNING,
        VIOLATION,
        SKIPPED
    }

    static Check passed(String name, String detail) {
        return new Check(name, Result.PASSED, detail, true);
    }

    static Check warning(String name, String detail) {
        return new Check(name, Result.WARNING, detail, true);
    }

    static Check violation(String name, String detail) {
        return new Check(name, Result.VIOLATION, detail, true);
    }

    static Check skipped(String name, String detail) {
        return new Check(name, Result.SKIPPED, detail, false);
    }

    Check withoutCounting() {
        return new Check(name, result, detail, false);
    }
}
