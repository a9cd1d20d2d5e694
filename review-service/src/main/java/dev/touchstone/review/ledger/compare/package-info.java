/**
 * Compares the ledger with what a W&amp;B run says of it. Needs the JDK, Jackson and the checker of the ledger alone, so that
 * an
 * auditor can run it on two files.
 */
@NullMarked
package dev.touchstone.review.ledger.compare;

import org.jspecify.annotations.NullMarked;
