/** Every event of a review, as a page. */
@NullMarked
package dev.touchstone.review.pages.timeline;

import org.jspecify.annotations.NullMarked;
