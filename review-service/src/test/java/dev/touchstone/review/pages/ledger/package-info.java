/** Tests of the ledger's page. */
@NullMarked
package dev.touchstone.review.pages.ledger;

import org.jspecify.annotations.NullMarked;
