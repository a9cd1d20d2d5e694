/**
 * A small W&amp;B client on the JDK's HTTP client: synchronous, for virtual threads, without any framework.
 * Here is what its parts share: the dialect of JSON, the key, the kinds of answers.
 */
@NullMarked
package dev.touchstone.telemetry.wandb;

import org.jspecify.annotations.NullMarked;
