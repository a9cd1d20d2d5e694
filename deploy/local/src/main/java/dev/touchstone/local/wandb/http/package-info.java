/** Requests and answers as the endpoints see them, with the protocol's JSON. Nothing here knows what a run is. */
@NullMarked
package dev.touchstone.local.wandb.http;

import org.jspecify.annotations.NullMarked;
