/**
 * The ledger: what was concluded, in canonical entries each of which holds the hash of the one before, and which are the
 * leaves of a Merkle tree whose heads are signed. What an entry says, how a chain is checked, a head signed and a proof made
 * are pure functions; the tables only grow, and the database sees to that.
 */
@NullMarked
package dev.touchstone.review.ledger;

import org.jspecify.annotations.NullMarked;
