/**
 * Functional accuracy: whether an agent does what its card says. Questions and expectations come from the card and from
 * suites; how far an answer is from its expectation is measured by meaning, in Japanese by words as well, and by exact facts,
 * and a language model is asked where an operator has one. A verdict goes by the transcript alone.
 */
@NullMarked
package dev.touchstone.sandbox.functional;

import org.jspecify.annotations.NullMarked;
