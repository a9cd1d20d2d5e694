package dev.touchstone.review.letters;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import dev.touchstone.events.codec.CloudEventHeaders;

/**
 * How far back inboxes know what they took. What is older would take effect once more.
 *
 * @param keep after which they forget
 */
record InboxMemory(Duration keep, Clock clock) {

    /** Clocks differ, and what is sent again arrives later. */
    private static final Duration MARGIN = Duration.ofDays(1);

    boolean covers(ConsumerRecord<String, byte[]> message) {
        Instant oldest = clock.instant().minus(keep).plus(MARGIN);
        return !Instant.ofEpochMilli(message.timestamp()).isBefore(oldest) && !said(message).isBefore(oldest);
    }

    /**
     * By its own word, for what was sent again before is newer than what it says; what tells no time is as old as its record.
     */
    private static Instant said(ConsumerRecord<String, byte[]> message) {
        Header time = message.headers().lastHeader(CloudEventHeaders.TIME);
        try {
            return time == null || time.value() == null ? Instant.ofEpochMilli(message.timestamp())
                    : Instant.parse(new String(time.value(), StandardCharsets.UTF_8));
        } catch (DateTimeException malformed) {
            return Instant.ofEpochMilli(message.timestamp());
        }
    }
}
