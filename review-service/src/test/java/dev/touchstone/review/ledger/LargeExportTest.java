package dev.touchstone.review.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.ledger.check.CanonicalJson;
import dev.touchstone.review.ledger.check.Entry;
import dev.touchstone.review.ledger.check.Hashes;
import dev.touchstone.review.ledger.check.Limits;
import dev.touchstone.review.ledger.check.Report;
import dev.touchstone.review.ledger.check.Trust;
import dev.touchstone.review.ledger.check.Verifier;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** A whole log passes through without filling the heap. Fills a database, so it runs when it is asked for only. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@EnabledIfSystemProperty(named = "ledger.entries", matches = "\\d+", disabledReason = "takes a minute; -Dledger.entries=100000")
class LargeExportTest {

    private static final int MIB = 1 << 20;
    private static final String INSERT = "insert into ledger_entry (index, submission_id, event_id, leaf_hash, entry)"
            + " values (?, ?, ?, ?, ?)";
    private static final String HEAD = "select coalesce(max(index) + 1, 0), coalesce((select leaf_hash from ledger_entry"
            + " order by index desc limit 1), '" + Hashes.NONE + "') from ledger_entry";

    @Inject
    AgroalDataSource database;

    @Inject
    LedgerKey key;

    @TestHTTPResource("/review/ledger/export")
    URI address;

    @TempDir
    Path directory;

    @Test
    void aLogOfManyEntriesIsStreamedAndChecked() throws Exception {
        // Given
        int size = Integer.getInteger("ledger.entries");
        fill(size);
        Path file = directory.resolve("ledger.json");
        System.gc();
        long before = used();
        // When
        long begun = System.nanoTime();
        HttpResponse<Path> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + TestKeys.AUDITOR).timeout(Duration.ofMinutes(5)).build(),
                BodyHandlers.ofFile(file));
        long took = (System.nanoTime() - begun) / 1_000_000;
        // Then
        System.gc();
        System.out.printf("export of %,d entries: %,d MiB in %,d ms; %,d MiB more on the heap afterwards%n", size,
                Files.size(file) / MIB, took, (used() - before) / MIB);
        assertEquals(200, answer.statusCode());
        Report report = Verifier.verify(() -> Files.newInputStream(file),
                new Trust(List.of(key.verifier()), List.of(), List.of()), new Limits(2_000_000, 100));
        assertEquals(List.of(), report.faults());
        assertTrue(report.checked().entries() >= size, "only " + report.checked().entries());
    }

    /** Behind what other tests have left. */
    private void fill(int size) throws Exception {
        UUID submission = UUID.randomUUID();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT);
                ResultSet head = connection.createStatement().executeQuery(HEAD)) {
            head.next();
            long first = head.getLong(1);
            String previous = head.getString(2);
            String ofSubmission = Hashes.NONE;
            for (long i = first; i < first + size; i++) {
                Entry entry = Entry.of(i, CanonicalJson.of(JsonNodeFactory.instance.objectNode().put("format", 1)
                        .put("index", i).put("submissionId", submission.toString()).put("previousHash", previous)
                        .put("previousOfSubmission", ofSubmission).put("reason", "x".repeat(600)).toString()));
                insert.setLong(1, i);
                insert.setObject(2, submission);
                insert.setObject(3, UUID.randomUUID());
                insert.setString(4, entry.leafHash());
                insert.setString(5, entry.text());
                insert.addBatch();
                previous = entry.leafHash();
                ofSubmission = previous;
                if (i % 1_000 == 999) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
