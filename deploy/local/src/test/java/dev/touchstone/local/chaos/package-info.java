/**
 * The packaged telemetry-service as a process among its neighbours: what it leaves at W&amp;B when everything goes wrong at
 * once, and what it costs when all goes well.
 */
@NullMarked
package dev.touchstone.local.chaos;

import org.jspecify.annotations.NullMarked;
