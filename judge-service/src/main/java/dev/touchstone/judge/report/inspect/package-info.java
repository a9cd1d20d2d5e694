/**
 * An attempt in the log format of Inspect (UK AI Security Institute), so that its viewer and its data frames can read what the
 * jury said. Version 2 of the format, as Inspect 0.3.260 reads it.
 */
@NullMarked
package dev.touchstone.judge.report.inspect;

import org.jspecify.annotations.NullMarked;
