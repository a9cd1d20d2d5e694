/** W&amp;B's file stream: lines written at explicit offsets, so that a repeated request changes nothing. */
@NullMarked
package dev.touchstone.telemetry.wandb.filestream;

import org.jspecify.annotations.NullMarked;
