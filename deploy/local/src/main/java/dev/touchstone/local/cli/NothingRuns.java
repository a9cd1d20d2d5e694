package dev.touchstone.local.cli;

import dev.touchstone.local.system.Layout;

/** There is no system to speak to. */
public final class NothingRuns extends Exception {

    private static final long serialVersionUID = 1;

    NothingRuns(Layout layout) {
        super("Nothing is running with the data in " + layout.data() + "; start it with: touchstone up, or say --url");
    }
}
