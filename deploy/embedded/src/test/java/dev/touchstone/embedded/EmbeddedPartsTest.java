package dev.touchstone.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPartsTest {

    @TempDir
    Path directory;

    @Test
    void theBrokerKeepsItsTopicsBetweenStarts() throws Exception {
        // Given
        int port = FreePorts.next();
        int controllerPort = FreePorts.next();
        try (EmbeddedKafka broker = EmbeddedKafka.start(directory.resolve("kafka"), port, controllerPort)) {
            EmbeddedKafka.createTopics(broker.bootstrapServers(), List.of("stage-requests"), 3);
        }
        // When
        try (EmbeddedKafka broker = EmbeddedKafka.start(directory.resolve("kafka"), port, controllerPort);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            EmbeddedKafka.createTopics(broker.bootstrapServers(), List.of("stage-requests", "ledger-events"), 3);
            // Then
            int partitions = admin.describeTopics(List.of("stage-requests")).allTopicNames().get().values().stream()
                    .mapToInt(topic -> topic.partitions().size()).sum();
            assertEquals(3, partitions);
        }
    }

    @Test
    void postgresKeepsItsDataAndReplacesOneThatWasLeftRunning() throws Exception {
        // Given a server whose owner was killed
        Path data = directory.resolve("postgres");
        Process owner = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), PostgresOwner.class.getName(), data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        long leftBehind = pidFrom(owner);
        owner.destroyForcibly().waitFor();
        assertTrue(isAlive(leftBehind));
        // When
        try (EmbeddedPostgres successor = EmbeddedPostgres.start(data, FreePorts.next())) {
            // Then
            assertFalse(isAlive(leftBehind));
            execute(successor.jdbcUrl("review"), "create table kept as select 42 as answer");
            execute(successor.jdbcUrl("review"), "do $$ begin assert current_setting('synchronous_commit') = 'on'; end $$");
        }
    }

    private static long pidFrom(Process owner) throws IOException {
        try (BufferedReader output = owner.inputReader()) {
            return output.lines().filter(line -> line.startsWith("ready ")).findFirst()
                    .map(line -> Long.parseLong(line.substring("ready ".length()))).orElseThrow();
        }
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    @Test
    void aNameThatIsNoDatabaseNameIsRefused() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory.resolve("other"), FreePorts.next())) {
            assertThrows(IllegalArgumentException.class, () -> postgres.createDatabase("x'; drop table y"));
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = connect(url); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, EmbeddedPostgres.USER, EmbeddedPostgres.PASSWORD);
    }
}
