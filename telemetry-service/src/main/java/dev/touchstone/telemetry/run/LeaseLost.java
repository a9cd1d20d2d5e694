package dev.touchstone.telemetry.run;

/** Another writer holds the run now; nothing that this one still says of it counts. */
public final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost() {
        super("another writer holds this run now");
    }
}
