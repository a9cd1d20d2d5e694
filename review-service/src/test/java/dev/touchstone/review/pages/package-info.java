/** Tests of the package of the same name. */
@NullMarked
package dev.touchstone.review.pages;

import org.jspecify.annotations.NullMarked;
