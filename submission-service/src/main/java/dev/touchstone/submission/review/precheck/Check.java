package dev.touchstone.submission.review.precheck;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One thing that precheck looked at.
 *
 * @param name stable, as {@code card.version}
 * @param detail for people
 */
@RegisterForReflection
record Check(String name, Result result, String detail) {

    /** A warning never blocks, a violation always does. */
    @RegisterForReflection
    enum Result {
        PASSED,
        WARNING,
        VIOLATION
    }

    static Check passed(String name, String detail) {
        return new Check(name, Result.PASSED, detail);
    }

    static Check warning(String name, String detail) {
        return new Check(name, Result.WARNING, detail);
    }

    static Check violation(String name, String detail) {
        return new Check(name, Result.VIOLATION, detail);
    }
}
