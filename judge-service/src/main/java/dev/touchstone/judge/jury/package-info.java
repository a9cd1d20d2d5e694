/**
 * Jurors and what they think of one answer. The rubric juror is deterministic: yes-or-no checks, each with the words that it
 * rests on.
 */
@NullMarked
package dev.touchstone.judge.jury;

import org.jspecify.annotations.NullMarked;
