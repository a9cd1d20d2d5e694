/** Tests of the package of the same name. */
@NullMarked
package dev.touchstone.review.ledger.policy;

import org.jspecify.annotations.NullMarked;
