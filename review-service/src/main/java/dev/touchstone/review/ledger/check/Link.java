package dev.touchstone.review.ledger.check;

import dev.touchstone.review.ledger.tree.Hash;

/**
 * What is kept of an entry once its text has been looked at.
 *
 * @param index where the file says that it stands
 * @param leaf of its text, whatever the file says
 * @param sound whether nothing was wrong with it by itself; what follows from others is only said of those
 */
record Link(long index, Hash leaf, Place place, boolean sound) {
}
