/**
 * Runs as the service holds them: their file stream, their state, and what it would suffer in silence (gaps, lines
 * overwritten by other content, steps that fall). What clients send is kept as text.
 */
@NullMarked
package dev.touchstone.local.wandb.runs;

import org.jspecify.annotations.NullMarked;
