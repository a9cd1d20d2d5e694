/** The first page: which reviews there are, and which of them need somebody. */
@NullMarked
package dev.touchstone.review.pages.queue;

import org.jspecify.annotations.NullMarked;
