/** The commands: what is typed, what is printed, and the exit code. */
@NullMarked
package dev.touchstone.local.cli;

import org.jspecify.annotations.NullMarked;
