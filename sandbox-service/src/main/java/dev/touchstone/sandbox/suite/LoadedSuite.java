package dev.touchstone.sandbox.suite;

/** A suite, or why there is none. A gate without its suite is closed, so nobody can forget the second case. */
public sealed interface LoadedSuite {

    /** The digest was checked. */
    record Usable(Suite suite) implements LoadedSuite {
    }

    /** The suite is missing, malformed, or not what its manifest says. */
    record Unusable(String reason) implements LoadedSuite {
    }
}
