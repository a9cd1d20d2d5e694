/** Tests of the package of the same name. */
@NullMarked
package dev.touchstone.review.artifacts;

import org.jspecify.annotations.NullMarked;
