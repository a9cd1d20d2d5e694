/** Receiving: an event takes effect once, however often it is delivered; what cannot be read is set aside. */
@NullMarked
package dev.touchstone.events.inbox;

import org.jspecify.annotations.NullMarked;
