package dev.touchstone.telemetry.run;

/** Another submission's run has this id at W&amp;B: two writers of one run would overwrite each other's lines in silence. */
final class RunTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunTaken() {
        super("another submission has this run");
    }
}
