package dev.touchstone.telemetry.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What an event does not say of itself, but its run knows.
 *
 * @param round of the review, from 1
 * @param late whether a newer attempt has taken the place of the event's, so that what it brings is not the latest
 * @param line the event's line in the history
 * @param policyVersion null until it was told
 * @param reviewUrl the review's page; null until it was told
 */
public record Setting(int round, boolean late, long line, @Nullable String policyVersion, @Nullable String reviewUrl) {
}
