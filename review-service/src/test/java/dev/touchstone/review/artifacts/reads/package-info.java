/** Tests of the package of the same name. */
@NullMarked
package dev.touchstone.review.artifacts.reads;

import org.jspecify.annotations.NullMarked;
