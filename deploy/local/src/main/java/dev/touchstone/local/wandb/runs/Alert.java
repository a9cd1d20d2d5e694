package dev.touchstone.local.wandb.runs;

import java.time.Instant;

/**
 * A message for people.
 *
 * @param delivered false where an equal title had been delivered too shortly before
 */
public record Alert(Instant at, String severity, String title, String text, boolean delivered) {
}
