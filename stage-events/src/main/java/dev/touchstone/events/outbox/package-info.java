/** Publishing: an event is written in the transaction of the change that it tells of, and relayed to Kafka in order. */
@NullMarked
package dev.touchstone.events.outbox;

import org.jspecify.annotations.NullMarked;
