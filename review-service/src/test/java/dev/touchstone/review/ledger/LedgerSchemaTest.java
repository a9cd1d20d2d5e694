package dev.touchstone.review.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.review.ledger.tree.Hash;
import dev.touchstone.review.ledger.tree.Tree;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What the database does by itself, and refuses whoever asks. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class LedgerSchemaTest {

    private OwnLedger ledger;
    private Connection owner;

    @BeforeEach
    void open() throws SQLException {
        ledger = new OwnLedger("2");
        owner = ledger.owner();
    }

    @AfterEach
    void close() throws SQLException {
        owner.close();
        ledger.close();
    }

    @Test
    void theDatabaseGrowsTheTreeThatTheRfcDefines() throws SQLException {
        // Given: entries from before there was a tree, and from after
        ledger.append(owner, 37);
        ledger.migrate("latest");
        // When
        ledger.append(owner, 40);
        // Then
        List<Hash> heads = IntStream.rangeClosed(1, 77).mapToObj(size -> Tree.root(ledger.leaves().subList(0, size))).toList();
        assertEquals(heads, ledger.roots(owner));
    }

    @Test
    void anEntryWithAGapBeforeItOrAnotherHashIsRefused() throws SQLException {
        // Given
        ledger.migrate("latest");
        ledger.append(owner, 3);
        // Then
        assertRefused("The ledger has no gap", () -> OwnLedger.insert(owner, 4, Hash.leaf("[]").hex(), "[]"));
        assertRefused("does not have the hash", () -> OwnLedger.insert(owner, 3, Hash.leaf("{}").hex(), "[]"));
        ledger.append(owner, 1);
    }

    @Test
    void aHeadThatIsNotTheTreesIsNotKept() throws SQLException {
        // Given
        ledger.migrate("latest");
        ledger.append(owner, 5);
        String other = Tree.root(ledger.leaves().subList(0, 4)).hex();
        String root = Tree.root(ledger.leaves()).hex();
        // When
        OwnLedger.execute(owner, checkpoint(5, "key", root));
        // Then
        assertRefused("The head at size 5 is another one", () -> OwnLedger.execute(owner, checkpoint(5, "other", other)));
        assertRefused("duplicate key", () -> OwnLedger.execute(owner, checkpoint(5, "key", root)));
        assertThrows(SQLException.class, () -> OwnLedger.execute(owner, checkpoint(6, "key", root)));
        OwnLedger.execute(owner, checkpoint(5, "next key", root));
    }

    @Test
    void nodesAndCheckpointsOnlyGrowAsEntriesDo() throws SQLException {
        // Given
        ledger.migrate("latest");
        ledger.append(owner, 5);
        // Then
        for (String table : List.of("ledger_entry", "ledger_node", "ledger_checkpoint")) {
            for (String change : List.of("delete from " + table, "truncate " + table,
                    "update " + table + " set " + columnOf(table))) {
                assertRefused("The ledger only grows", () -> OwnLedger.execute(owner, change));
            }
        }
    }

    @Test
    void theServicesRoleAppendsAndCanUndoNothing() throws SQLException {
        // Given
        ledger.migrate("latest");
        try (Connection service = ledger.service()) {
            ledger.append(service, 9);
            OwnLedger.execute(service, checkpoint(9, "key", Tree.root(ledger.leaves()).hex()));
            // Then
            for (String table : List.of("ledger_entry", "ledger_node", "ledger_checkpoint")) {
                assertRefused("permission denied",
                        () -> OwnLedger.execute(service, "update " + table + " set " + columnOf(table)));
                assertRefused("permission denied", () -> OwnLedger.execute(service, "delete from " + table));
                assertRefused("permission denied", () -> OwnLedger.execute(service, "truncate " + table));
                assertRefused("must be owner", () -> OwnLedger.execute(service, "drop table " + table));
                assertRefused("must be owner",
                        () -> OwnLedger.execute(service, "alter table " + table + " disable trigger all"));
            }
            assertRefused("must be owner", () -> OwnLedger.execute(service, "drop trigger ledger_only_grows on ledger_entry"));
            assertRefused("must be owner", () -> OwnLedger.execute(service, "drop function refuse_ledger_change cascade"));
            assertRefused("permission denied", () -> OwnLedger.execute(service, "set session_replication_role = replica"));
            assertRefused("permission denied", () -> OwnLedger.execute(service, "create table mine (id int)"));
            assertRefused("permission denied", () -> OwnLedger.execute(service,
                    "insert into ledger_node (level, position, hash) values (3, 1, '" + "0".repeat(64) + "')"));
            assertRefused("permission denied", () -> OwnLedger.execute(service, "delete from flyway_schema_history"));
            ledger.append(service, 8);
        }
        assertEquals(Tree.root(ledger.leaves()), ledger.roots(owner).getLast());
    }

    @Test
    void theServicesRoleDoesEverythingElse() throws SQLException {
        // Given
        ledger.migrate("latest");
        try (Connection service = ledger.service()) {
            // When
            OwnLedger.execute(service,
                    "insert into artifact_submission (digest, submission_id) values ('x', gen_random_uuid())");
            OwnLedger.execute(service, "update artifact_submission set digest = 'y'");
            OwnLedger.execute(service, "delete from artifact_submission");
            // Then
            OwnLedger.execute(service, "select pg_advisory_xact_lock(1), pg_notify('delivery', 'x')");
        }
    }

    @Test
    void aTemporaryTableOfTheServicesRoleChangesNothing() throws SQLException {
        // Given
        ledger.migrate("latest");
        try (Connection service = ledger.service()) {
            ledger.append(service, 3);
            String forged = Hash.leaf("forged").hex();
            OwnLedger.execute(service, "create temporary table ledger_node (level int, position bigint, hash text)");
            OwnLedger.execute(service, "grant all on pg_temp.ledger_node to public");
            OwnLedger.execute(service, "insert into pg_temp.ledger_node select level, position, '" + forged
                    + "' from generate_series(0, 5) level, generate_series(0, 9) position");
            // When
            ledger.append(service, 5);
            // Then
            assertEquals(Tree.root(ledger.leaves()), ledger.roots(service).getLast());
            assertRefused("The head at size 8 is another one",
                    () -> OwnLedger.execute(service, checkpoint(8, "key", forged)));
            OwnLedger.execute(service, checkpoint(8, "key", Tree.root(ledger.leaves()).hex()));
        }
        assertEquals(Tree.root(ledger.leaves()), ledger.roots(owner).getLast());
    }

    private static String checkpoint(long size, String key, String root) {
        return "insert into ledger_checkpoint (size, key, root, note, signed_at) values (%d, '%s', '%s', 'note', now())"
                .formatted(size, key, root);
    }

    private static String columnOf(String table) {
        return switch (table) {
            case "ledger_entry" -> "entry = '{}'";
            case "ledger_node" -> "hash = hash";
            default -> "note = ''";
        };
    }

    private static void assertRefused(String why, Executable change) {
        SQLException refusal = assertThrows(SQLException.class, change);
        assertTrue(String.valueOf(refusal.getMessage()).contains(why), refusal.toString());
    }
}
