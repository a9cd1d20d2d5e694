package dev.touchstone.telemetry;

/** How a review ended, as its W&amp;B run shows it. */
public enum Outcome {

    PUBLISHED("published", 0),
    REJECTED("rejected", 1),
    CANCELLED("cancelled", 1);

    private final String tag;
    private final int exitCode;

    Outcome(String tag, int exitCode) {
        this.tag = tag;
        this.exitCode = exitCode;
    }

    public String tag() {
        return tag;
    }

    /** W&amp;B shows 0 as finished and everything else as failed. */
    public int exitCode() {
        return exitCode;
    }
}
