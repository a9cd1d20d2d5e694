/** How an event looks on the wire: CloudEvents 1.0 in Kafka's binary mode, read tolerantly. */
@NullMarked
package dev.touchstone.events.codec;

import org.jspecify.annotations.NullMarked;
