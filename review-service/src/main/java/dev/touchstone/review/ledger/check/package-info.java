/**
 * What a ledger is made of and how it is checked, without trusting who gave it: pure functions on the JDK, Jackson and the
 * canonicaliser alone, so that a command checks offline exactly as the service does.
 */
@NullMarked
package dev.touchstone.review.ledger.check;

import org.jspecify.annotations.NullMarked;
