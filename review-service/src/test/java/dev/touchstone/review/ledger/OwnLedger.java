package dev.touchstone.review.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

import dev.touchstone.review.ledger.tree.Hash;

/** A ledger of a test's own, in a schema of its own with a service's role of its own; what happens to it harms nobody. */
final class OwnLedger implements AutoCloseable {

    private static final String PASSWORD = "test";

    private final String name = "ledger_" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    private final List<Hash> leaves = new ArrayList<>();

    /** @param version after which no migration runs yet */
    OwnLedger(String version) throws SQLException {
        try (Connection owner = owner(); Statement statement = owner.createStatement()) {
            statement.execute("create role " + name + " login password '" + PASSWORD + "'");
        }
        migrate(version);
    }

    OwnLedger() throws SQLException {
        this(MigrationVersion.LATEST.getName());
    }

    void migrate(String version) {
        Flyway.configure().dataSource(url(), setting("username"), setting("password")).schemas(name).outOfOrder(true)
                .locations("db/delivery", "db/migration").placeholders(Map.of("service-role", name)).target(version).load()
                .migrate();
    }

    Connection owner() throws SQLException {
        return DriverManager.getConnection(url(), setting("username"), setting("password"));
    }

    Connection service() throws SQLException {
        return DriverManager.getConnection(url(), name, PASSWORD);
    }

    /** What stands in the ledger, by this object's own count. */
    List<Hash> leaves() {
        return leaves;
    }

    void append(Connection connection, int entries) throws SQLException {
        for (int i = 0; i < entries; i++) {
            String entry = "{\"index\":" + leaves.size() + "}";
            insert(connection, leaves.size(), Hash.leaf(entry).hex(), entry);
            leaves.add(Hash.leaf(entry));
        }
    }

    static void insert(Connection connection, long index, String hash, String entry) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into ledger_entry "
                + "(index, submission_id, event_id, leaf_hash, entry) values (?, gen_random_uuid(), gen_random_uuid(), ?, ?)")) {
            insert.setLong(1, index);
            insert.setString(2, hash);
            insert.setString(3, entry);
            insert.execute();
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    /** The heads of all sizes from 1 on, as the database computes them. */
    List<Hash> roots(Connection connection) throws SQLException {
        List<Hash> roots = new ArrayList<>();
        try (PreparedStatement query = connection
                .prepareStatement("select ledger_root(size) from generate_series(1, ?) as sizes (size) order by size")) {
            query.setLong(1, leaves.size());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    roots.add(new Hash(rows.getString(1)));
                }
            }
        }
        return roots;
    }

    @Override
    public void close() throws SQLException {
        try (Connection owner = owner(); Statement statement = owner.createStatement()) {
            statement.execute("drop schema " + name + " cascade");
            statement.execute("drop owned by " + name);
            statement.execute("drop role " + name);
        }
    }

    private String url() {
        String url = setting("jdbc.url");
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + name;
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
    }
}
