/** Traces to W&amp;B Weave, as OpenTelemetry's protocol has them. */
@NullMarked
package dev.touchstone.telemetry.wandb.weave;

import org.jspecify.annotations.NullMarked;
