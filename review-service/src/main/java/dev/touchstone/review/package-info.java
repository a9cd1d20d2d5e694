/**
 * What a reviewer sees of a review: the case, folded from events alone. Features lie below: recording, the human stage,
 * the ledger, artifacts and the pages.
 */
@NullMarked
package dev.touchstone.review;

import org.jspecify.annotations.NullMarked;
