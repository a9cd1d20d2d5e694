package dev.touchstone.telemetry.evidence;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What is still to be put into a run.
 *
 * @param count how many
 * @param nextDue when the first of them may be tried; null where there is none
 * @param next what is due now, if anything
 */
public record Pending(long count, @Nullable Instant nextDue, Optional<Upload> next) {

    public static final Pending NONE = new Pending(0, null, Optional.empty());
}
