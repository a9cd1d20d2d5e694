package dev.touchstone.review.human;

import java.time.Instant;

import dev.touchstone.events.Decision;

/** A reviewer's word where it takes two, which counts once another reviewer agrees. */
public record Proposal(Decision decision, String by, Instant at, String notes) {
}
