/**
 * The W&amp;B run of a submission: what telemetry-service says of it, kept for every answer that shows the run, and its alias
 * for every event that names it.
 */
@NullMarked
package dev.touchstone.submission.review.run;

import org.jspecify.annotations.NullMarked;
