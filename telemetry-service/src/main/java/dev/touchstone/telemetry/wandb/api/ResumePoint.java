package dev.touchstone.telemetry.wandb.api;

/**
 * Where a run that somebody began can be gone on with.
 *
 * @param historyLines how many lines its history has, and so the number of the first free one
 * @param nextStep greater than the last step that it has
 * @param eventLines the same of its system metrics
 * @param consoleLines the same of its console
 * @param runtimeSeconds how long it has run, to which the seconds of whoever goes on are added; not negative
 */
public record ResumePoint(long historyLines, long nextStep, long eventLines, long consoleLines, double runtimeSeconds) {

    /** A run without anything. */
    public static final ResumePoint START = new ResumePoint(0, 0, 0, 0, 0);
}
