/** Artifacts and the places that bytes are put to. Every digest that a client names is checked against the bytes. */
@NullMarked
package dev.touchstone.local.wandb.artifacts;

import org.jspecify.annotations.NullMarked;
