package dev.touchstone.telemetry.wandb.api;

/**
 * Where a run that somebody began can be gone on with.
 *
 * @param nextLine the first free line of its history
 * @param nextStep greater than every step that it has
 */
public record ResumePoint(long nextLine, long nextStep) {

    /** A run without history. */
    public static final ResumePoint START = new ResumePoint(0, 0);
}
