package dev.touchstone.review.ledger;

import java.io.Serializable;

import jakarta.persistence.Embeddable;

/**
 * One signed head: of the tree of this size, by this key.
 *
 * @param key the verifier key as text
 */
@Embeddable
record CheckpointId(long size, String key) implements Serializable {
}
