/** The first page of a review: what a person is asked, what tells most about it, and the forms. */
@NullMarked
package dev.touchstone.review.pages.desk;

import org.jspecify.annotations.NullMarked;
