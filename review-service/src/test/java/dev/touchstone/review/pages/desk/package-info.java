/** Tests of the first page of a review. */
@NullMarked
package dev.touchstone.review.pages.desk;

import org.jspecify.annotations.NullMarked;
