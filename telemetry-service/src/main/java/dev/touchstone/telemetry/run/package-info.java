/**
 * From events to durable rows: a run is registered on its first event, and each event becomes one numbered line.
 * Nothing here knows whether W&amp;B can be reached.
 */
@NullMarked
package dev.touchstone.telemetry.run;

import org.jspecify.annotations.NullMarked;
