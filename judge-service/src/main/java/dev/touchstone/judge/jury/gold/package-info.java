/**
 * The gold set, which is answers with the verdicts that they deserve, and calibrations, which tell how far each juror says the
 * same.
 */
@NullMarked
package dev.touchstone.judge.jury.gold;

import org.jspecify.annotations.NullMarked;
