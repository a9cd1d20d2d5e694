package dev.touchstone.sandbox.suite;

import java.util.List;

import dev.touchstone.sandbox.attempt.Report;

/** The cases to be asked, or why there are none: one suite that cannot be used is enough. */
public sealed interface LoadedPool {

    /**
     * Every suite was checked.
     *
     * @param files of each suite its cases as they are written down, which its digest is of
     */
    record Usable(CasePool pool, List<Report> files) implements LoadedPool {

        public Usable {
            files = List.copyOf(files);
        }
    }

    record Unusable(String reason) implements LoadedPool {
    }
}
