/**
 * The agent's answers, obtained through sandbox-service's guarded way out. A relay that does not answer is an exception and
 * tried again; an agent that does not answer is a result.
 */
@NullMarked
package dev.touchstone.judge.relay;

import org.jspecify.annotations.NullMarked;
