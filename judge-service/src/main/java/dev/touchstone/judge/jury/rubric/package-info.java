/** The juror without a model: yes-or-no checks, each with the words that it rests on. */
@NullMarked
package dev.touchstone.judge.jury.rubric;

import org.jspecify.annotations.NullMarked;
