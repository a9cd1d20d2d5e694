/** Tests of the package of the same name. */
@NullMarked
package dev.touchstone.review.artifacts.rows;

import org.jspecify.annotations.NullMarked;
