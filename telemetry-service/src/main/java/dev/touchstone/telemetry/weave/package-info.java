/**
 * Traces of the whole pipeline, passed on to W&amp;B Weave where an operator asks for it. Best effort: a trace is worth less
 * than the work that it tells of, so nothing here ever waits for Weave but one thread.
 */
@NullMarked
package dev.touchstone.telemetry.weave;

import org.jspecify.annotations.NullMarked;
