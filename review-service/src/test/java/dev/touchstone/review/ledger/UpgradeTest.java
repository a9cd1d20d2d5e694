package dev.touchstone.review.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.touchstone.embedded.InfraResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** An upgrade meets whatever was stored before it, also what PostgreSQL cannot take out of its JSON. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class UpgradeTest {

    private static final String VIEW = """
            {"subject": {"agent": {"displayName": "TEXT"}, "review": {"agentId": "TEXT"}}, "attempts": [
              {"key": {"stage": "judge"}, "outcome": {"reasonCode": "gate_failed", "detail": "TEXT"}},
              {"key": {"stage": "security"}, "outcome": {"reasonCode": "gate_failed", "detail": "TEXT"}}],
             "course": {"question": {"sourceStage": "security", "text": "TEXT"}}, "trail": {"run": {"state": "offline"}},
             "findings": {"verdict": {"ruling": "MANUAL"}}}""";

    private OwnLedger schema;
    private Connection owner;

    @BeforeEach
    void open() throws SQLException {
        schema = new OwnLedger("2");
        owner = schema.owner();
    }

    @AfterEach
    void close() throws SQLException {
        owner.close();
        schema.close();
    }

    private void store(UUID id, String text) throws SQLException {
        run("insert into review_case (submission_id, state, changed_at, search, view) values (?, 'in_review', now(), ?, ?)", id,
                "night agent", VIEW.replace("TEXT", text));
        run("""
                insert into timeline (event_id, submission_id, sequence, occurred_at, stage, kind, severity, event)
                values (?, ?, 1, now(), 'judge', 'completed', 'info', ?)""", UUID.randomUUID(), id,
                "{\"workflowRunId\": \"" + id + "\", \"data\": {\"said\": \"" + text + "\"}}");
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            statement.execute();
        }
    }

    private List<String> row(String sql, Object... values) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement query = prepared(sql, values); ResultSet rows = query.executeQuery()) {
            rows.next();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                columns.add(rows.getString(i));
            }
        }
        return columns;
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = owner.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** In the first column as JSON: {@code ~} stands for a backslash, which Java would take itself. */
    @ParameterizedTest
    @CsvSource({ "a~u0000b, a?b", "a~u0000~u0000b, a??b", "a~ud83db, a?b", "a~uDE00b, a?b", "a~~u0000b, a~u0000b",
            "a~~~u0000b, a~?b", "a~~~~u0000b, a~~u0000b", "a~~ud83db, a~ud83db", "a~u0041b, aab" })
    void whatNoTextHoldsIsReplacedInWhatFindsAReview(String json, String found) throws SQLException {
        // Given
        UUID id = UUID.randomUUID();
        String text = json.replace('~', '\\');
        store(id, text);
        // When
        schema.migrate("latest");
        // Then
        String wanted = found.replace('~', '\\').replace('?', '\uFFFD');
        assertEquals(List.of(wanted, "security_gate", "manual", "offline"),
                row("select agent_name, reason, verdict, run_state from review_case where submission_id = ?", id));
        assertEquals(List.of(wanted),
                row("select lower(agent_id) from review_case where submission_id = ?", id));
        assertEquals(List.of(id.toString()), row("select workflow_run_id from timeline where submission_id = ?", id));
    }

    @Test
    void whatIsStoredStaysAsItIs() throws SQLException {
        // Given
        UUID id = UUID.randomUUID();
        store(id, "\\u0000 \\ud800");
        List<String> before = row("select view, event from review_case join timeline using (submission_id)");
        // When
        schema.migrate("latest");
        // Then
        assertEquals(before, row("select view, event from review_case join timeline using (submission_id)"));
        assertEquals(List.of("0"), row("select count(*) from pg_proc where proname = 'plain_json'"));
    }
}
