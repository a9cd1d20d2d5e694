/**
 * What the stage leaves behind: one line for each question, a summary and the log of the relay. The same results give the same
 * bytes.
 */
@NullMarked
package dev.touchstone.judge.report;

import org.jspecify.annotations.NullMarked;
