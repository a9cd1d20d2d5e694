package dev.touchstone.sandbox.suite;

import dev.touchstone.sandbox.attempt.Report;

/** A suite, or why there is none. A gate without its suite is closed, so nobody can forget the second case. */
public sealed interface LoadedSuite {

    /**
     * The digest was checked.
     *
     * @param cases as they are written down, which the digest is of; a secret's place in them is a slot
     */
    record Usable(Suite suite, Report cases) implements LoadedSuite {
    }

    /** The suite is missing, malformed, or not what its manifest says. */
    record Unusable(String reason) implements LoadedSuite {
    }
}
