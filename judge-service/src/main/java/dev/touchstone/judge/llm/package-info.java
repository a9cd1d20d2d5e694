/**
 * The juror that asks a model behind an OpenAI-compatible endpoint. What the agent wrote is data to it, and what it writes is
 * not believed unless it fits the schema.
 */
@NullMarked
package dev.touchstone.judge.llm;

import org.jspecify.annotations.NullMarked;
