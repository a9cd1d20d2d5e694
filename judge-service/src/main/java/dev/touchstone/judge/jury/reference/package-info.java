/**
 * The juror that compares an answer with an expected one. sandbox-service measures, since the model of meaning lives there;
 * what the measures are worth is decided here, by a table.
 */
@NullMarked
package dev.touchstone.judge.jury.reference;

import org.jspecify.annotations.NullMarked;
