/** Named data, a client for the real broker and behaviour kits, for the tests of stage-events and of every service. */
@NullMarked
package dev.touchstone.events.testing;

import org.jspecify.annotations.NullMarked;
