package dev.touchstone.submission;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The service's tables, past the service. */
public final class Database {

    private Database() {
    }

    /** Enters a submission in the catalog, past its review. */
    public static void publish(UUID submissionId) {
        execute("""
                insert into catalog_entry (agent_id, revision, submission_id, organization_id, display_name, status_reason,
                                           wandb_url, standing, published_at)
                select agent_id, revision, id, organization_id, 'Trip planner', 'good', 'https://wandb.ai', 'current', now()
                from submission where id = ?""", submissionId);
    }

    public static void execute(String sql, Object... parameters) {
        try (Connection connection = connect(); PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The one number that the query answers. */
    public static int count(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getInt(1);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int index = 0; index < parameters.length; index++) {
            statement.setObject(index + 1, parameters[index]);
        }
        return statement;
    }

    private static Connection connect() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getOptionalValue("quarkus.datasource.password", String.class).orElse(""));
    }
}
