/** W&amp;B's GraphQL endpoint: who we are, what the server can do, creating and resuming runs. */
@NullMarked
package dev.touchstone.telemetry.wandb.api;

import org.jspecify.annotations.NullMarked;
