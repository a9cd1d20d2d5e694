package dev.touchstone.review.ledger;

import java.time.Instant;

/**
 * A policy was put in force.
 *
 * @param number orders all activations; those that come later have greater ones
 * @param activatedBy a person, or the service at its first start
 */
public record PolicyActivation(long number, String version, String reason, String activatedBy, Instant activatedAt) {
}
