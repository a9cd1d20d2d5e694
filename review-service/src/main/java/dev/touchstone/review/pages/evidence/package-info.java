/** What the stages found, as pages. */
@NullMarked
package dev.touchstone.review.pages.evidence;

import org.jspecify.annotations.NullMarked;
