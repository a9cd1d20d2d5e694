/**
 * The first stage: what can be told about an agent without talking to it. Violations reject with reasons, warnings never block.
 */
@NullMarked
package dev.touchstone.submission.review.precheck;

import org.jspecify.annotations.NullMarked;
