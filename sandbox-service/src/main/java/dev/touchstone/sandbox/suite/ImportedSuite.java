package dev.touchstone.sandbox.suite;

/** What became of an import. */
sealed interface ImportedSuite {

    record Stored(SuiteView view) implements ImportedSuite {
    }

    /** The very same is there already. */
    record Known(SuiteView view) implements ImportedSuite {
    }

    /** Something else has this name and version. */
    record Taken(String detail) implements ImportedSuite {
    }
}
