/** Who was given files that may hold secrets: recorded before they are given, or they are not given. */
@NullMarked
package dev.touchstone.review.artifacts.reads;

import org.jspecify.annotations.NullMarked;
