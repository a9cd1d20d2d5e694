/**
 * Processes that this program starts: found again by number and start time, kept alive while wanted, and never left
 * behind.
 */
@NullMarked
package dev.touchstone.local.processes;

import org.jspecify.annotations.NullMarked;
