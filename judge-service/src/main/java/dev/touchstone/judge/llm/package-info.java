/**
 * The models that can be asked, of several providers. What the agent wrote is data to them, and what they write is not
 * believed unless it fits the schema.
 */
@NullMarked
package dev.touchstone.judge.llm;

import org.jspecify.annotations.NullMarked;
