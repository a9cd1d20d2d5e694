package dev.touchstone.review.ledger;

import dev.touchstone.review.ledger.check.Hashes;

/**
 * Where the ledger goes on.
 *
 * @param nextIndex of the entry to come, from 0
 * @param lastHash of the entry before it, or {@link Hashes#NONE}
 * @param lastOfSubmission of the entry before it that is about the same submission, or {@link Hashes#NONE}; by it the
 *        entries of one submission can be seen to be all, without those of others
 */
record Head(long nextIndex, String lastHash, String lastOfSubmission) {

    static final Head EMPTY = new Head(0, Hashes.NONE, Hashes.NONE);
}
