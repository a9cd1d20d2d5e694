/**
 * W&amp;B's artifacts: versioned sets of files, named by the digest of their contents, that a run makes or uses; and the
 * tables that it shows.
 */
@NullMarked
package dev.touchstone.telemetry.wandb.artifact;

import org.jspecify.annotations.NullMarked;
