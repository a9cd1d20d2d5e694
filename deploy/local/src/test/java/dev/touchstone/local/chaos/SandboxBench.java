package dev.touchstone.local.chaos;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import dev.touchstone.embedded.EmbeddedKafka;
import dev.touchstone.embedded.EmbeddedPostgres;
import dev.touchstone.embedded.FreePorts;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.Topics;
import dev.touchstone.events.access.ApiKey;
import dev.touchstone.events.codec.CloudEventHeaders;
import dev.touchstone.events.codec.StageEventCodec;
import dev.touchstone.local.system.Service;

/** All that sandbox-service needs around it: a broker and a database, and one process of it. */
final class SandboxBench implements AutoCloseable {

    private static final List<String> JVM = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final ApiKey serviceKey = ApiKey.random(new SecureRandom());
    private final int port = FreePorts.next();
    private final EmbeddedKafka broker;
    private final EmbeddedPostgres database;
    private final Replica replica;

    /** @param own settings beside those that any sandbox here needs */
    SandboxBench(Map<String, String> own) throws Exception {
        Path directory = Files.createTempDirectory("touchstone-chaos");
        broker = EmbeddedKafka.start(directory.resolve("kafka"), FreePorts.next(), FreePorts.next());
        EmbeddedKafka.createTopics(broker.bootstrapServers(), Topics.ALL, 1);
        database = EmbeddedPostgres.start(directory.resolve("postgres"), FreePorts.next());
        database.createDatabase("sandbox");
        Map<String, String> environment = new TreeMap<>(settings());
        environment.putAll(own);
        replica = new Replica(Service.SANDBOX, JVM, environment, directory.resolve("sandbox.log").toFile());
    }

    private Map<String, String> settings() {
        String at = "//127.0.0.1:" + database.port() + "/sandbox";
        return Map.ofEntries(Map.entry("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers()),
                Map.entry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql:" + at),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql:" + at),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", EmbeddedPostgres.USER),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", EmbeddedPostgres.PASSWORD),
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"), Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(FreePorts.next())),
                Map.entry("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false"),
                Map.entry("TOUCHSTONE_ACCESS_SERVICE_KEY", serviceKey.secret()),
                Map.entry("TOUCHSTONE_SECURITY_SAMPLING_SEED", "a seed of this test"));
    }

    Replica replica() {
        return replica;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what was not sent is missed at once
    void send(StageEvent event) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", broker.bootstrapServers());
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(Topics.of(event), event.submissionId().toString(),
                StageEventCodec.encode(event));
        CloudEventHeaders.of(event)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(message);
            producer.flush();
        }
    }

    /** The rows that a query about one submission finds, by their first column. */
    Map<String, String> query(String sql, UUID submission) {
        Map<String, String> found = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + database.port() + "/sandbox",
                EmbeddedPostgres.USER, EmbeddedPostgres.PASSWORD);
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, submission);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        } catch (SQLException notYet) {
            // The tables are not there before the service is.
            return Map.of();
        }
        return found;
    }

    /** What the service answers to another service. */
    String ask(String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + serviceKey.secret())
                .method(method, HttpRequest.BodyPublishers.noBody()).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    @Override
    public void close() throws Exception {
        replica.stop();
        database.close();
        broker.close();
    }
}
