package dev.touchstone.review.ledger;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.ledger.check.Report;

/**
 * How a submission's entries stand to the ledger's signed head, as this service itself says.
 *
 * @param development whether everybody has the key that signed it
 * @param report null where there are too many entries to check them for a page
 */
public record Standing(KeptCheckpoint head, boolean development, @Nullable Report report) {
}
