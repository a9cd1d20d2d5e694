@NullMarked
package dev.touchstone.local.wandb.http;

import org.jspecify.annotations.NullMarked;
