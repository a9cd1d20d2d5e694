@NullMarked
package dev.touchstone.local.wandb.pages;

import org.jspecify.annotations.NullMarked;
