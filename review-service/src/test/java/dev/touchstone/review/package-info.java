/** Tests of the case's projection. */
@NullMarked
package dev.touchstone.review;

import org.jspecify.annotations.NullMarked;
