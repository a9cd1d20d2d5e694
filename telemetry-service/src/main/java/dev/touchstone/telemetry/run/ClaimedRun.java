package dev.touchstone.telemetry.run;

import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.RecordedRun;

/**
 * A run as its writer found it.
 *
 * @param fence of this claim; with a later one in the database, this writer has lost its claim
 */
public record ClaimedRun(RecordedRun run, Progress progress, long fence) {
}
