package dev.touchstone.local.chaos;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import dev.touchstone.embedded.EmbeddedKafka;
import dev.touchstone.embedded.EmbeddedPostgres;
import dev.touchstone.embedded.FreePorts;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.Topics;
import dev.touchstone.events.access.ApiKey;
import dev.touchstone.events.codec.CloudEventHeaders;
import dev.touchstone.events.codec.Decoded;
import dev.touchstone.events.codec.StageEventCodec;
import dev.touchstone.local.system.Service;
import dev.touchstone.local.wandb.WandbEmulator;

/** All that telemetry-service needs around it: a broker, a database, a W&amp;B, and {@link Makers} of artifacts. */
final class Bench implements AutoCloseable {

    private static final int PARTITIONS = 6;
    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    private final Path directory;
    private final ApiKey serviceKey = ApiKey.random(new SecureRandom());
    private final EmbeddedKafka broker;
    private final EmbeddedPostgres database;
    private final WandbEmulator wandb = WandbEmulator.start(0);
    private final Makers makers;
    private final KafkaProducer<String, byte[]> producer;
    private final List<Replica> replicas = new ArrayList<>();
    private final List<URI> addresses = new ArrayList<>();
    private final List<URI> managements = new ArrayList<>();

    Bench() throws Exception {
        directory = Files.createTempDirectory("touchstone-chaos");
        broker = EmbeddedKafka.start(directory.resolve("kafka"), FreePorts.next(), FreePorts.next());
        EmbeddedKafka.createTopics(broker.bootstrapServers(), Topics.ALL, PARTITIONS);
        database = EmbeddedPostgres.start(directory.resolve("postgres"), FreePorts.next());
        database.createDatabase("telemetry");
        makers = new Makers(serviceKey);
        Properties settings = new Properties();
        settings.put("bootstrap.servers", broker.bootstrapServers());
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    URI wandb() {
        return wandb.url();
    }

    Makers makers() {
        return makers;
    }

    ApiKey serviceKey() {
        return serviceKey;
    }

    Path directory() {
        return directory;
    }

    List<Replica> replicas() {
        return replicas;
    }

    URI address(int replica) {
        return addresses.get(replica);
    }

    /** Where a replica tells of its health and its figures. */
    URI management(int replica) {
        return managements.get(replica);
    }

    EmbeddedPostgres database() {
        return database;
    }

    /** @param own settings beside those that every replica here needs */
    void startReplica(Map<String, String> own) throws IOException {
        startReplica(Replica.SMALL, own);
    }

    /** @param jvm options of its Java */
    void startReplica(List<String> jvm, Map<String, String> own) throws IOException {
        int port = FreePorts.next();
        int management = FreePorts.next();
        Map<String, String> environment = new HashMap<>(settings());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        environment.put("TOUCHSTONE_SERVICES_TELEMETRY_URL", "http://127.0.0.1:" + port);
        environment.putAll(own);
        addresses.add(URI.create("http://127.0.0.1:" + port));
        managements.add(URI.create("http://127.0.0.1:" + management));
        replicas.add(new Replica(Service.TELEMETRY, jvm, environment,
                directory.resolve("telemetry-" + replicas.size() + ".log").toFile()));
    }

    private Map<String, String> settings() {
        String at = "//127.0.0.1:" + database.port() + "/telemetry";
        return Map.ofEntries(Map.entry("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers()),
                Map.entry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql:" + at),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql:" + at),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", EmbeddedPostgres.USER),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", EmbeddedPostgres.PASSWORD),
                Map.entry("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", "12"),
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"), Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false"),
                Map.entry("TOUCHSTONE_ACCESS_SERVICE_KEY", serviceKey.secret()),
                Map.entry("TOUCHSTONE_SERVICES_SUBMISSION_URL", makers.address().toString()),
                Map.entry("TOUCHSTONE_SERVICES_REVIEW_URL", makers.address().toString()),
                Map.entry("TOUCHSTONE_SERVICES_SANDBOX_URL", makers.address().toString()),
                Map.entry("TOUCHSTONE_SERVICES_JUDGE_URL", makers.address().toString()),
                // As an operator turns traces on.
                Map.entry("QUARKUS_PROFILE", "prod,weave"),
                Map.entry("TOUCHSTONE_WEAVE_ENDPOINT", makers.address() + "/otel"),
                Map.entry("TOUCHSTONE_WANDB_BASE_URL", wandb.url().toString()),
                Map.entry("TOUCHSTONE_WANDB_API_URL", wandb.url().toString()),
                Map.entry("TOUCHSTONE_WANDB_API_KEY", KEY),
                Map.entry("TOUCHSTONE_EVIDENCE_DIRECTORY", directory.resolve("evidence").toString()),
                Map.entry("TOUCHSTONE_WANDB_OFFLINE_DIRECTORY", directory.resolve("offline").toString()));
    }

    /** As its author's outbox would. */
    @SuppressWarnings("FutureReturnValueIgnored") // what was not sent is missed at the end
    void send(StageEvent event) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(Topics.of(event), event.submissionId().toString(),
                StageEventCodec.encode(event));
        CloudEventHeaders.of(event)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message);
    }

    /** All that telemetry-service has told the others so far, each event once. */
    List<StageEvent> told() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", broker.bootstrapServers());
        Map<UUID, StageEvent> told = new LinkedHashMap<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.TELEMETRY).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(200))) {
                    if (StageEventCodec.decode(message) instanceof Decoded.Understood understood) {
                        told.putIfAbsent(understood.event().id(), understood.event());
                    }
                }
            }
        }
        return List.copyOf(told.values());
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() throws Exception {
        for (Replica replica : replicas) {
            replica.stop();
        }
        producer.close();
        makers.close();
        wandb.close();
        database.close();
        broker.close();
    }
}
