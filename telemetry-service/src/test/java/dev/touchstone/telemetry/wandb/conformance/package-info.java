/** What our client says, compared with what the official one was seen to say. */
@NullMarked
package dev.touchstone.telemetry.wandb.conformance;

import org.jspecify.annotations.NullMarked;
