package dev.touchstone.telemetry.evidence;

import java.time.Duration;

/**
 * An alert of a run that is kept offline.
 *
 * @param line of the event that brought it
 * @param quiet how long W&amp;B keeps another one of the same title to itself
 */
public record OfflineAlert(long line, Plan.Alert alert, Duration quiet) {
}
