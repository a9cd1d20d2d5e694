package dev.touchstone.events.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.DeliveryConfig;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.Topics;
import dev.touchstone.events.codec.CloudEventHeaders;
import dev.touchstone.events.codec.Decoded;
import dev.touchstone.events.codec.StageEventCodec;
import dev.touchstone.events.outbox.Outbox;
import dev.touchstone.events.outbox.ReviewSpan;
import dev.touchstone.events.outbox.Trace;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * What every Kafka handler does around its own effect. The returned {@code Uni} completes when the record is dealt with,
 * as an effect, as a duplicate or as a dead letter; it waits through what passes with time and never fails, so a channel
 * never stops.
 */
@ApplicationScoped
public class Receiver {

    private static final Logger LOG = Logger.getLogger(Receiver.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /** More would fit, but a reason is for people. */
    private static final int REASON_LENGTH = 500;

    private final Inbox inbox;
    private final Outbox outbox;
    private final DeliveryConfig config;
    private final MeterRegistry meters;

    Receiver(Inbox inbox, Outbox outbox, DeliveryConfig config, MeterRegistry meters) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.config = config;
        this.meters = meters;
    }

    /**
     * Applies the effect once, in one transaction with the inbox.
     *
     * @param handler the stable name of the handler: part of the dedupe key, since several may read one event
     * @param effect runs inside the transaction; what it throws, unless it passes with time, makes the event a dead letter
     */
    public Uni<Void> receive(String handler, ConsumerRecord<String, byte[]> message, Function<StageEvent, Uni<Void>> effect) {
        return switch (StageEventCodec.decode(message)) {
            case Decoded.Unreadable(String reason) -> deadLetter(handler, message, reason);
            case Decoded.Understood(StageEvent event) when !Topics.mayState(message.topic(), event) ->
                deadLetter(handler, message, "a " + event.event() + " does not belong on this topic");
            case Decoded.Understood(StageEvent event) -> patiently(Receiver::passesWithTime, () -> ReviewSpan.around(handler,
                    event, Trace.currentOr(header(message, CloudEventHeaders.TRACEPARENT)),
                    () -> once(handler, event, effect)))
                    .onFailure().recoverWithUni(poison -> {
                        LOG.errorf(poison, "poison handler=%s event=%s", handler, event.id());
                        return deadLetter(handler, message, "the handler failed: " + poison.getClass().getSimpleName());
                    });
        };
    }

    /**
     * Takes a record that is no event of ours, as a dead letter, once by its place. A letter about a letter would never end:
     * what does not pass with time is counted, logged and passed by.
     *
     * @param effect runs inside the transaction that remembers the record
     */
    public Uni<Void> receiveLetter(String handler, ConsumerRecord<String, byte[]> message, Supplier<Uni<Void>> effect) {
        return patiently(Receiver::passesWithTime, () -> inbox.firstTime(handler, place(message))
                .flatMap(first -> first ? effect.get() : duplicate(handler)))
                .onFailure().recoverWithUni(lost -> {
                    LOG.errorf(lost, "letter not kept handler=%s at=%s", handler, at(message));
                    meters.counter("touchstone.deadletters.lost", "handler", handler).increment();
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> once(String handler, StageEvent event, Function<StageEvent, Uni<Void>> effect) {
        return inbox.hear(handler, event).flatMap(first -> first ? effect.apply(event) : duplicate(handler));
    }

    private Uni<Void> duplicate(String handler) {
        meters.counter("touchstone.inbox.duplicates", "handler", handler).increment();
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> deadLetter(String handler, ConsumerRecord<String, byte[]> message, String reason) {
        String at = at(message);
        String key = message.key() == null ? at : message.key();
        byte[] payload = message.value() == null ? new byte[0] : cut(message.value());
        // Whatever is wrong, the offset must not move on before the letter is stored.
        return patiently(failure -> true, () -> inbox.firstTime(handler + ".dead-letter", place(message)).flatMap(first -> first
                ? outbox.store(Topics.DEAD_LETTER, key, headers(message, handler, reason), payload)
                        .invoke(() -> noticeDeadLetter(handler, at, reason))
                : Uni.createFrom().voidItem()));
    }

    private static String at(ConsumerRecord<String, byte[]> message) {
        return message.topic() + "/" + message.partition() + "/" + message.offset();
    }

    /** A name for where the record lies. */
    public static UUID place(ConsumerRecord<String, byte[]> message) {
        return UUID.nameUUIDFromBytes(at(message).getBytes(StandardCharsets.UTF_8));
    }

    private void noticeDeadLetter(String handler, String at, String reason) {
        meters.counter("touchstone.deadletters", "handler", handler).increment();
        LOG.warnf("dead-letter handler=%s at=%s reason=%s", handler, at, reason);
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> message, String handler, String reason) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : message.headers()) {
            headers.put(header.key(), header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
        }
        headers.put("dead-letter-reason", reason.substring(0, Math.min(reason.length(), REASON_LENGTH)));
        headers.put("dead-letter-handler", handler);
        headers.put("dead-letter-topic", message.topic());
        headers.put("dead-letter-partition", Integer.toString(message.partition()));
        headers.put("dead-letter-offset", Long.toString(message.offset()));
        headers.put("dead-letter-size", Integer.toString(message.value() == null ? 0 : message.value().length));
        return headers;
    }

    /** A record that only just fitted would not fit again with the letter's headers. */
    private static byte[] cut(byte[] payload) {
        return payload.length <= Outbox.LONGEST_PAYLOAD ? payload : Arrays.copyOf(payload, Outbox.LONGEST_PAYLOAD);
    }

    private Uni<Void> patiently(Predicate<Throwable> passesWithTime, Supplier<Uni<Void>> work) {
        return Uni.createFrom().deferred(() -> Panache.withTransaction(work))
                .runSubscriptionOn(onThisContext(Vertx.currentContext()))
                .onFailure(failure -> passesWithTime.test(failure) && noticeWait(failure)).retry()
                .withBackOff(config.retryWait(), LONGEST_WAIT).indefinitely();
    }

    private static boolean passesWithTime(Throwable failure) {
        return FailureClass.of(failure) == FailureClass.TRANSIENT;
    }

    private static boolean noticeWait(Throwable failure) {
        LOG.warnf("waiting, then trying again: %s", failure.toString());
        return true;
    }

    /** A wait ends on a timer's thread, but Hibernate Reactive only works on the context that it began on. */
    private static java.util.concurrent.Executor onThisContext(@Nullable Context context) {
        return context == null ? Runnable::run : task -> context.runOnContext(ignored -> task.run());
    }
}
