package dev.touchstone.submission.policy;

import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;

/** A round's trust score and what follows from it. */
public record Assessment(TrustScoreCalculated trustScore, Ruling ruling) {
}
