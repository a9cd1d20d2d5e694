/**
 * A model's host for one machine, without a key: it speaks as OpenAI-compatible servers do, and judges by a script that anybody
 * can read here. No model is behind it, and its models' names say so.
 */
@NullMarked
package dev.touchstone.local.llm;

import org.jspecify.annotations.NullMarked;
