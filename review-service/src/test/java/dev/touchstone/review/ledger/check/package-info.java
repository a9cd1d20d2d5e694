/** Tests of the checks of a ledger. */
@NullMarked
package dev.touchstone.review.ledger.check;

import org.jspecify.annotations.NullMarked;
