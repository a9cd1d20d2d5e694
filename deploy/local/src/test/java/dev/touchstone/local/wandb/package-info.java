/** Tests of the emulator, most of them over its socket. */
@NullMarked
package dev.touchstone.local.wandb;

import org.jspecify.annotations.NullMarked;
