package dev.touchstone.telemetry.run;

import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.RecordedRun;
import dev.touchstone.telemetry.evidence.Pending;

/**
 * A run as its writer found it.
 *
 * @param fence of this claim; with a later one in the database, this writer has lost its claim
 * @param uploads what is still to be put into the run besides its rows; it is not over before
 */
public record ClaimedRun(RecordedRun run, Progress progress, long fence, Pending uploads) {
}
