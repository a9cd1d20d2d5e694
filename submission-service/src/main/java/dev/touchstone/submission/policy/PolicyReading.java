package dev.touchstone.submission.policy;

import java.util.List;

import dev.touchstone.submission.Violation;

/** What reading a policy document comes to. */
sealed interface PolicyReading {

    record Valid(Policy policy) implements PolicyReading {
    }

    record Invalid(List<Violation> violations) implements PolicyReading {
    }
}
