/** The ledger of a review, as a page. */
@NullMarked
package dev.touchstone.review.pages.ledger;

import org.jspecify.annotations.NullMarked;
