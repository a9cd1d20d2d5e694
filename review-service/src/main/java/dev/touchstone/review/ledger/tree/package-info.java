/**
 * The Merkle tree over the ledger's leaf hashes, as RFC 6962 defines it: heads, proofs and their check. Pure functions on
 * hashes; nothing here knows what an entry is or where it is kept, so that a check of another's file can stand on it.
 */
@NullMarked
package dev.touchstone.review.ledger.tree;

import org.jspecify.annotations.NullMarked;
