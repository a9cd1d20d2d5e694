/** What telemetry-service leaves at W&amp;B when everything goes wrong at once. */
@NullMarked
package dev.touchstone.local.chaos;

import org.jspecify.annotations.NullMarked;
