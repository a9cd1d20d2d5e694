/**
 * Functional accuracy: whether an agent does what its card says. Questions and expectations come from the card; how far
 * an answer is from its expectation is measured, by sentence embeddings and, in Japanese, by words as well.
 */
@NullMarked
package dev.touchstone.sandbox.functional;

import org.jspecify.annotations.NullMarked;
