package dev.touchstone.review.ledger;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A key that signed heads of this ledger.
 *
 * @param key the verifier key as text
 * @param from least size of a kept checkpoint of this key
 * @param to largest size of one
 */
@RegisterForReflection
record KeyUse(String key, long from, long to) {
}
