/**
 * Everything said to Weights &amp; Biases: one run per submission, one history row per event.
 * Here are the nouns that recording and sending share.
 */
@NullMarked
package dev.touchstone.telemetry;

import org.jspecify.annotations.NullMarked;
