/** What all pages of one review have in common: which round they show, who may look, and what stands above. */
@NullMarked
package dev.touchstone.review.pages.submission;

import org.jspecify.annotations.NullMarked;
