/** Dead letters: what some service could not take, kept for operators, who may have it sent again. */
@NullMarked
package dev.touchstone.review.letters;

import org.jspecify.annotations.NullMarked;
