@NullMarked
package dev.touchstone.review.letters;

import org.jspecify.annotations.NullMarked;
