/**
 * Which rows of a run lie in which offline run directory. What was given to somebody is closed for good; further rows go
 * into the next directory, so that each row is uploaded once.
 */
@NullMarked
package dev.touchstone.telemetry.offline;

import org.jspecify.annotations.NullMarked;
