/**
 * Tells an endpoint of the operator's choice of every entry of the ledger, in order, until it has taken it. What is kept
 * outside
 * of this installation cannot be rewritten from within.
 */
@NullMarked
package dev.touchstone.review.ledger.audit;

import org.jspecify.annotations.NullMarked;
