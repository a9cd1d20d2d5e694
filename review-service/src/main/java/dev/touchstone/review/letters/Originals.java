package dev.touchstone.review.letters;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import dev.touchstone.review.letters.Letter.Origin;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Reads from the broker again what a letter says that it is about. It joins no group and moves no offset. */
@ApplicationScoped
class Originals {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> broker;

    Originals(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = Map.copyOf(broker);
    }

    /** The record, or empty where the broker does not have it (any more); fails where the broker is away. */
    Uni<Optional<ConsumerRecord<String, byte[]>>> find(Origin origin) {
        Context caller = Vertx.currentContext();
        return Uni.createFrom().item(() -> read(origin)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(command -> onCaller(caller, command));
    }

    private static void onCaller(Context caller, Runnable command) {
        if (caller == null) {
            command.run();
        } else {
            caller.runOnContext(ignored -> command.run());
        }
    }

    private Optional<ConsumerRecord<String, byte[]>> read(Origin origin) {
        TopicPartition partition = new TopicPartition(origin.topic(), origin.partition());
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
                new ByteArrayDeserializer())) {
            if (consumer.partitionsFor(origin.topic(), PATIENCE).stream()
                    .noneMatch(info -> info.partition() == origin.partition())
                    || consumer.endOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L) <= origin.offset()) {
                return Optional.empty();
            }
            consumer.assign(List.of(partition));
            consumer.seek(partition, origin.offset());
            return consumer.poll(PATIENCE).records(partition).stream().filter(found -> found.offset() == origin.offset())
                    .findFirst();
        }
    }
}
