/** Tests of the package of the same name. */
@NullMarked
package dev.touchstone.review.ledger.audit;

import org.jspecify.annotations.NullMarked;
