package dev.touchstone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** What tests run on: one of two kinds, one for the whole JVM. */
sealed interface Infra {

    String kind();

    String bootstrapServers();

    String jdbcUrl();

    String user();

    String password();

    /** Started on first use. */
    static Infra shared() {
        return Shared.instance();
    }

    /** The one instance of this JVM. */
    final class Shared {

        private static @Nullable Infra instance;

        private Shared() {
        }

        static synchronized Infra instance() {
            Infra started = instance;
            if (started == null) {
                started = start(System.getProperty("infra", "auto"));
                createTopics(started.bootstrapServers());
                instance = started;
            }
            return started;
        }

        private static Infra start(String choice) {
            return switch (choice) {
                case "docker" -> Containers.start();
                case "embedded" -> Embedded.start();
                case "auto" -> DockerClientFactory.instance().isDockerAvailable() ? Containers.start() : Embedded.start();
                default -> throw new IllegalArgumentException("-Dinfra is auto, docker or embedded, not " + choice);
            };
        }

        private static void createTopics(String bootstrapServers) {
            // Names only; the contract itself is not known here, and stage-events tests that this list is its own.
            List<String> topics = List.of("stage-requests", "stage-events.precheck", "stage-events.security",
                    "stage-events.functional", "stage-events.judge", "stage-events.human", "stage-events.publish",
                    "ledger-events", "telemetry-events", "stage-events.dead-letter");
            try {
                EmbeddedKafka.createTopics(bootstrapServers, topics, 3);
            } catch (Exception failure) {
                throw new IllegalStateException("The test broker did not take the topics", failure);
            }
        }
    }

    /** Containers, where a Docker engine answers. Ryuk or the JVM's end removes them. */
    record Containers(KafkaContainer kafka, PostgreSQLContainer postgres) implements Infra {

        static Containers start() {
            KafkaContainer kafka = new KafkaContainer("apache/kafka-native:4.1.1");
            PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18-alpine");
            Stream.of(kafka, postgres).parallel().forEach(org.testcontainers.containers.GenericContainer::start);
            return new Containers(kafka, postgres);
        }

        @Override
        public String kind() {
            return "containers";
        }

        @Override
        public String bootstrapServers() {
            return kafka.getBootstrapServers();
        }

        @Override
        public String jdbcUrl() {
            return postgres.getJdbcUrl();
        }

        @Override
        public String user() {
            return postgres.getUsername();
        }

        @Override
        public String password() {
            return postgres.getPassword();
        }
    }

    /** The embedded ones, in a directory that the JVM removes at its end. */
    record Embedded(EmbeddedKafka kafka, EmbeddedPostgres postgres) implements Infra {

        private static final String DATABASE = "test";

        static Embedded start() {
            try {
                Path directory = Files.createTempDirectory("touchstone-test");
                EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), FreePorts.next(), FreePorts.next());
                EmbeddedPostgres postgres = EmbeddedPostgres.start(directory.resolve("postgres"), FreePorts.next());
                postgres.createDatabase(DATABASE);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(kafka, postgres, directory)));
                return new Embedded(kafka, postgres);
            } catch (Exception failure) {
                throw new IllegalStateException("The embedded broker or PostgreSQL did not start", failure);
            }
        }

        private static void stop(EmbeddedKafka kafka, EmbeddedPostgres postgres, Path directory) {
            try {
                postgres.close();
                kafka.close();
                delete(directory);
            } catch (IOException leftBehind) {
                System.err.println("Not all of " + directory + " could be removed: " + leftBehind.getMessage());
            }
        }

        private static void delete(Path directory) throws IOException {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }

        @Override
        public String kind() {
            return "embedded";
        }

        @Override
        public String bootstrapServers() {
            return kafka.bootstrapServers();
        }

        @Override
        public String jdbcUrl() {
            return postgres.jdbcUrl(DATABASE);
        }

        @Override
        public String user() {
            return EmbeddedPostgres.USER;
        }

        @Override
        public String password() {
            return EmbeddedPostgres.PASSWORD;
        }
    }
}
