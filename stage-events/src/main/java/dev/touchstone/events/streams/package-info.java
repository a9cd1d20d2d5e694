/**
 * Server-sent events of one review at a time, for any number of clients: each is told what was said, then what is said, from
 * any replica. A service brings the log that is read and says who may listen.
 */
@NullMarked
package dev.touchstone.events.streams;

import org.jspecify.annotations.NullMarked;
