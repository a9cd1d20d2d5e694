/**
 * What an event brings to the run besides its line: artifacts, tables, alerts. Planned purely, kept durably beside the
 * event's row, fetched from our own services, and put into W&amp;B one at a time.
 */
@NullMarked
package dev.touchstone.telemetry.evidence;

import org.jspecify.annotations.NullMarked;
