/**
 * The ledger: what was concluded, in canonical entries each of which holds the hash of the one before. What an entry
 * says and how a chain is checked are pure functions; the table only grows.
 */
@NullMarked
package dev.touchstone.review.ledger;

import org.jspecify.annotations.NullMarked;
