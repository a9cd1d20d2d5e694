package dev.touchstone.events.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import dev.touchstone.events.StageEvent;
import dev.touchstone.events.Topics;
import dev.touchstone.events.codec.CloudEventHeaders;
import dev.touchstone.events.codec.Decoded;
import dev.touchstone.events.codec.StageEventCodec;

/** Speaks and listens on every topic of a real broker, as the other services would. Waits on what is said, never on time. */
public final class EventBus implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread listener;
    private final List<ConsumerRecord<String, byte[]>> heard = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();

    private record Waiting(Predicate<ConsumerRecord<String, byte[]>> wanted,
            CompletableFuture<ConsumerRecord<String, byte[]>> found) {
    }

    /** Hears everything that was said on the topics from their beginning. */
    public EventBus(String bootstrapServers) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("auto.offset.reset", "earliest");
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : Topics.ALL) {
            for (PartitionInfo partition : consumer.partitionsFor(topic)) {
                partitions.add(new TopicPartition(topic, partition.partition()));
            }
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        listener = Thread.ofPlatform().daemon().name("event-bus").start(this::listen);
    }

    /** Sends the event as its outbox would, on the topic where it belongs. */
    public void send(StageEvent event) {
        send(event, CloudEventHeaders.of(event));
    }

    /** Sends the event as a part of the trace that {@code traceparent} names. */
    public void sendTraced(StageEvent event, String traceparent) {
        Map<String, String> headers = new LinkedHashMap<>(CloudEventHeaders.of(event));
        headers.put(CloudEventHeaders.TRACEPARENT, traceparent);
        send(event, headers);
    }

    private void send(StageEvent event, Map<String, String> headers) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(Topics.of(event), event.submissionId().toString(),
                StageEventCodec.encode(event));
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(message);
    }

    /** Sends anything, as somebody who does not keep the contract would. */
    public void sendRaw(String topic, String key, byte[] payload) {
        send(new ProducerRecord<>(topic, key, payload));
    }

    private void send(ProducerRecord<String, byte[]> message) {
        try {
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError("The broker did not take a record", failure);
        }
    }

    /** What was heard of this submission so far, in the order of hearing. */
    public List<StageEvent> eventsOf(UUID submissionId) {
        return recordsOf(submissionId).stream().map(StageEventCodec::decode)
                .filter(Decoded.Understood.class::isInstance).map(Decoded.Understood.class::cast)
                .map(Decoded.Understood::event).toList();
    }

    /** The records behind {@link #eventsOf}, with topic and headers. */
    public List<ConsumerRecord<String, byte[]>> recordsOf(UUID submissionId) {
        synchronized (heard) {
            return heard.stream().filter(message -> submissionId.toString().equals(message.key())).toList();
        }
    }

    /** The first event of this submission that fits, said before or within half a minute. */
    public StageEvent await(UUID submissionId, Predicate<StageEvent> wanted) {
        ConsumerRecord<String, byte[]> found = awaitRecord(message -> submissionId.toString().equals(message.key())
                && StageEventCodec.decode(message) instanceof Decoded.Understood(StageEvent event)
                && wanted.test(event),
                () -> "Of submission " + submissionId + " was heard: "
                        + eventsOf(submissionId).stream().map(event -> event.stage().key() + "/" + event.event()).toList());
        return ((Decoded.Understood) StageEventCodec.decode(found)).event();
    }

    /** The first event of this kind. */
    public StageEvent await(UUID submissionId, String event) {
        return await(submissionId, each -> each.event().equals(event));
    }

    /** The first record on the topic that fits. */
    public ConsumerRecord<String, byte[]> awaitRecord(String topic, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        return awaitRecord(message -> message.topic().equals(topic) && wanted.test(message), () -> "Nothing fits on " + topic);
    }

    private ConsumerRecord<String, byte[]> awaitRecord(Predicate<ConsumerRecord<String, byte[]>> wanted,
            java.util.function.Supplier<String> otherwise) {
        CompletableFuture<ConsumerRecord<String, byte[]>> found = new CompletableFuture<>();
        synchronized (heard) {
            heard.stream().filter(wanted).findFirst().ifPresentOrElse(found::complete,
                    () -> waiting.add(new Waiting(wanted, found)));
        }
        try {
            return found.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException silence) {
            throw new AssertionError(otherwise.get(), silence);
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }

    private void listen() {
        try (consumer) {
            while (true) {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofSeconds(1))) {
                    hear(message);
                }
            }
        } catch (WakeupException closed) {
            // The end of listening.
            return;
        }
    }

    private void hear(ConsumerRecord<String, byte[]> message) {
        synchronized (heard) {
            heard.add(message);
            for (Waiting each : List.copyOf(waiting)) {
                if (each.wanted().test(message)) {
                    waiting.remove(each);
                    each.found().complete(message);
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            listener.join(PATIENCE.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }
}
