/**
 * What clients see of a submission and its review, and what they may say of themselves while it lasts. Reads the state
 * machine's
 * rows and never changes them: nothing here takes part in a decision.
 */
@NullMarked
package dev.touchstone.submission.review.progress;

import org.jspecify.annotations.NullMarked;
