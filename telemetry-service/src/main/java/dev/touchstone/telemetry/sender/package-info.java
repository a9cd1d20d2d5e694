/**
 * From durable rows to W&amp;B: one writer per run, by a fenced lease, one request at a time.
 * What to do next is a pure function of what is stored, so any replica can go on where another stopped.
 */
@NullMarked
package dev.touchstone.telemetry.sender;

import org.jspecify.annotations.NullMarked;
