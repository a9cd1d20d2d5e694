/** Tests of the package of the same name. */
@NullMarked
package dev.touchstone.review.human;

import org.jspecify.annotations.NullMarked;
