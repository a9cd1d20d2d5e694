/** The first page of a review, its forms, and what stands above every page of a review. */
@NullMarked
package dev.touchstone.review.pages.submission;

import org.jspecify.annotations.NullMarked;
