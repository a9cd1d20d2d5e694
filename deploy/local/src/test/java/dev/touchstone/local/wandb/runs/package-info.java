@NullMarked
package dev.touchstone.local.wandb.runs;

import org.jspecify.annotations.NullMarked;
