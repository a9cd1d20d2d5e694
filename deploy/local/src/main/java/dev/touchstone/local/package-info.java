/**
 * The whole system on one machine: a broker, a database, an emulated W&amp;B, three sample agents and the five services,
 * started, watched and stopped by one command.
 */
@NullMarked
package dev.touchstone.local;

import org.jspecify.annotations.NullMarked;
