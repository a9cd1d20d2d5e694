/** Tests of the package of the same name. */
@NullMarked
package dev.touchstone.review.cases;

import org.jspecify.annotations.NullMarked;
