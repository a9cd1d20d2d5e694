package dev.touchstone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One PostgreSQL on the loopback address, as a child process. Keeps its data between starts. */
public final class EmbeddedPostgres implements AutoCloseable {

    public static final String USER = "postgres";
    /** The server trusts the loopback address; drivers want some password all the same. */
    public static final String PASSWORD = "postgres";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final String PID_FILE = "postmaster.pid";
    private static final Duration STOP_TIME = Duration.ofSeconds(15);

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final long pid;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, long pid) {
        this.server = server;
        this.pid = pid;
    }

    /**
     * Starts a server. One that a killed process left running on the same directory is stopped first.
     *
     * @param directory of the data; made and initialised if it is new
     */
    public static EmbeddedPostgres start(Path directory, int port) throws IOException, InterruptedException {
        Files.createDirectories(directory.toAbsolutePath().getParent());
        stopLeftOver(directory);
        var server = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(30))
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "64MB")
                // The library switches it off: a server that is killed would lose what it had said was committed.
                .setServerConfig("synchronous_commit", "on")
                .start();
        // The library's own process is only the starter.
        return new EmbeddedPostgres(server, recordedPid(directory.resolve(PID_FILE)));
    }

    public int port() {
        return server.getPort();
    }

    /** Of the server itself. */
    public long pid() {
        return pid;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    public String reactiveUrl(String database) {
        return "postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** Makes the database if it is not there yet. */
    public void createDatabase(String name) throws SQLException {
        create(name, "select 1 from pg_database where datname = '%s'", "create database %s");
    }

    /** Makes a role that may sign in, and owns and may nothing else, if it is not there yet. */
    public void createRole(String name) throws SQLException {
        create(name, "select 1 from pg_roles where rolname = '%s'", "create role %s login");
    }

    private void create(String name, String search, String create) throws SQLException {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name of a database or a role: " + name);
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            boolean present;
            try (ResultSet found = statement.executeQuery(search.formatted(name))) {
                present = found.next();
            }
            if (!present) {
                statement.execute(create.formatted(name));
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static void stopLeftOver(Path directory) throws IOException, InterruptedException {
        Path pidFile = directory.resolve(PID_FILE);
        if (!Files.exists(pidFile)) {
            return;
        }
        ProcessHandle left = ProcessHandle.of(recordedPid(pidFile)).filter(ProcessHandle::isAlive)
                .filter(EmbeddedPostgres::isPostgres).orElse(null);
        if (left == null) {
            // The process is gone, or its number is someone else's now: the server itself clears such a file away.
            return;
        }
        stopFast(left);
    }

    private static long recordedPid(Path pidFile) throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile).getFirst().trim());
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> command.endsWith("/postgres")).orElse(false);
    }

    /** SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for clients that may never leave. */
    private static void stopFast(ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor(5, TimeUnit.SECONDS);
        try {
            process.onExit().get(STOP_TIME.toSeconds(), TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException stillThere) {
            process.destroyForcibly();
        }
    }
}
