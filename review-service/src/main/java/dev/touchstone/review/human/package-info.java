/**
 * The human stage: asks a person, takes one decision for each escalation, and passes on that a stage is wanted again.
 * What is decided here is a state change with its statement in one transaction; the pages read the events like everyone.
 */
@NullMarked
package dev.touchstone.review.human;

import org.jspecify.annotations.NullMarked;
