/** Seats the jury, and leads each model through its phases for one answer: what it is told, and how its reply is read. */
@NullMarked
package dev.touchstone.judge.jury.panel;

import org.jspecify.annotations.NullMarked;
