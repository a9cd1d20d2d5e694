/** Offline run directories as {@code wandb sync} reads them: a framed log of protobuf records, written by hand. */
@NullMarked
package dev.touchstone.telemetry.wandb.offline;

import org.jspecify.annotations.NullMarked;
