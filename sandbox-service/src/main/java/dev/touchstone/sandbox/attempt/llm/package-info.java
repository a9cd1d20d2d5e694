/**
 * Language models that help to judge, where an operator has configured one. They see text that was masked before, what they
 * say is hostile data like the agent's, and their silence is never waited for longer than their time, nor ever a pass.
 */
@NullMarked
package dev.touchstone.sandbox.attempt.llm;

import org.jspecify.annotations.NullMarked;
