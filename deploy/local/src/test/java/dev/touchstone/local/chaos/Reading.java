package dev.touchstone.local.chaos;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import dev.touchstone.embedded.EmbeddedPostgres;

/**
 * What the first replica and its database had used and done by a moment.
 *
 * @param nanos when, by a clock that counts from anywhere
 * @param cpu of the replica's process since it began, in user and system mode
 * @param transactions of its database; those that only ask are among them
 * @param figures the replica's own, by name and tags as in {@code /q/metrics}
 */
record Reading(long nanos, Duration cpu, long transactions, Map<String, Double> figures) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String TRANSACTIONS = "select xact_commit + xact_rollback from pg_stat_database "
            + "where datname = 'telemetry'";

    static Reading of(Bench bench) throws IOException, InterruptedException, SQLException {
        Duration cpu = ProcessHandle.of(bench.replicas().getFirst().pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IOException("the replica is gone, or this system does not tell of its time"));
        return new Reading(System.nanoTime(), cpu, transactions(bench.database()), figures(bench));
    }

    /** From another database, so that who asks does not count himself. */
    private static long transactions(EmbeddedPostgres database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl("postgres"), EmbeddedPostgres.USER,
                EmbeddedPostgres.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet counted = statement.executeQuery(TRANSACTIONS)) {
            counted.next();
            return counted.getLong(1);
        }
    }

    private static Map<String, Double> figures(Bench bench) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(bench.management(0).resolve("/q/metrics"))
                .header("Accept", "text/plain").timeout(Duration.ofSeconds(20)).build();
        Map<String, Double> figures = new TreeMap<>();
        CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body().lines()
                .filter(line -> !line.startsWith("#") && line.indexOf(' ') > 0)
                .forEach(line -> figures.put(line.substring(0, line.lastIndexOf(' ')),
                        Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
        return figures;
    }

    /** Rows that W&amp;B took. */
    long rows() {
        return (long) sum("touchstone_wandb_rows_sent_total", "");
    }

    long heartbeats() {
        return (long) sum("touchstone_wandb_requests_total", "request=\"heartbeat\"");
    }

    double heapMebibytes() {
        return sum("jvm_memory_used_bytes", "area=\"heap\"") / (1 << 20);
    }

    private double sum(String name, String tag) {
        return figures.entrySet().stream()
                .filter(figure -> figure.getKey().startsWith(name) && figure.getKey().contains(tag))
                .mapToDouble(Map.Entry::getValue).sum();
    }

    double secondsSince(Reading before) {
        return (nanos - before.nanos) / 1e9;
    }

    double cpuSecondsSince(Reading before) {
        return cpu.minus(before.cpu).toNanos() / 1e9;
    }
}
