/**
 * The pages for people. Everything that came from a client is shown escaped; nothing runs, nothing is loaded from elsewhere.
 */
@NullMarked
package dev.touchstone.local.wandb.pages;

import org.jspecify.annotations.NullMarked;
