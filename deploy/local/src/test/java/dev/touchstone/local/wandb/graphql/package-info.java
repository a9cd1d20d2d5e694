@NullMarked
package dev.touchstone.local.wandb.graphql;

import org.jspecify.annotations.NullMarked;
