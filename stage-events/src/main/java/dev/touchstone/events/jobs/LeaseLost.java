package dev.touchstone.events.jobs;

/** Another worker holds the job now, or it was stopped; nothing that this one still writes may count. */
public final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost() {
        super("another worker holds this job now, or it was stopped");
    }
}
