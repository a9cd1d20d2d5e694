/**
 * The one state machine of a review, as a pure core, and the thin edge that stores it. Which stage comes next is decided here
 * and nowhere else.
 */
@NullMarked
package dev.touchstone.submission.review;

import org.jspecify.annotations.NullMarked;
