/** Tests of the package of the same name. */
@NullMarked
package dev.touchstone.review.ledger.note;

import org.jspecify.annotations.NullMarked;
