package dev.touchstone.review.pages.ledger;

import java.util.List;

import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.Digest;

/**
 * The ledger's entries of a review as their page shows them.
 *
 * @param entries the newest first
 */
record LedgerView(List<Line> entries) {

    record Line(long index, String stage, int attempt, Shown event, Sealed sealed) {
    }

    record Sealed(String at, Digest digest) {
    }
}
