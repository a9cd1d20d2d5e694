package dev.touchstone.review.letters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.inbox.Receiver;
import dev.touchstone.review.Ids;
import io.vertx.core.buffer.Buffer;

/**
 * A dead letter. Everything in it is whatever somebody wrote who may write letters, and hostile; only its id and the time of
 * its arrival are not.
 *
 * @param follows the letter whose redelivery died again
 */
public record Letter(UUID id, Cause cause, Origin from, Content content, @Nullable UUID follows) {

    /** Marks what is sent again, so that a letter about it is known for what it is. */
    static final String FOLLOWS = "dead-letter-follows";
    private static final String OF_LETTERS = "dead-letter-";
    /** The last that all who read it can write. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** Who could not take it, and why. */
    public record Cause(String handler, String reason, Instant at) {
    }

    /** Where the record lies that was not taken. */
    public record Origin(String topic, int partition, long offset) {
    }

    /**
     * The record.
     *
     * @param headers its own, without those of the letter
     * @param size of its payload in bytes, more than is here where that was cut
     */
    public record Content(String key, Map<String, String> headers, Buffer payload, long size) {

        public Content {
            headers = Map.copyOf(headers);
        }

        public boolean isCut() {
            return size > payload.length();
        }
    }

    static Letter of(ConsumerRecord<String, byte[]> message) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : message.headers()) {
            headers.put(header.key(), header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
        }
        Buffer payload = bytes(message);
        Letter letter = new Letter(Receiver.place(message),
                new Cause(told(headers, "handler"), told(headers, "reason"), written(message)),
                new Origin(told(headers, "topic"), (int) figure(headers, "partition").orElse(-1L).longValue(),
                        figure(headers, "offset").orElse(-1L)),
                new Content(message.key() == null ? "" : message.key(), headers, payload,
                        figure(headers, "size").orElse((long) payload.length())),
                Ids.parse(headers.get(FOLLOWS)).orElse(null));
        return letter.withoutOwnHeaders();
    }

    /** A broker's times may be set by who writes, and PostgreSQL does not hold all of them. */
    private static Instant written(ConsumerRecord<String, byte[]> message) {
        return Instant.ofEpochMilli(Math.clamp(message.timestamp(), 0, LAST.toEpochMilli()));
    }

    static Buffer bytes(ConsumerRecord<String, byte[]> message) {
        return message.value() == null ? Buffer.buffer() : Buffer.buffer(message.value());
    }

    private Letter withoutOwnHeaders() {
        Map<String, String> ofRecord = new LinkedHashMap<>(content.headers());
        ofRecord.keySet().removeIf(name -> name.startsWith(OF_LETTERS));
        return new Letter(id, cause, from, new Content(content.key(), ofRecord, content.payload(), content.size()), follows);
    }

    private static String told(Map<String, String> headers, String name) {
        return headers.getOrDefault(OF_LETTERS + name, "");
    }

    private static Optional<Long> figure(Map<String, String> headers, String name) {
        String text = told(headers, name);
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
