package dev.touchstone.review.artifacts.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.review.Tables;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class RowsTest {

    private static final Logger LOG = Logger.getLogger(RowsTest.class);
    /** With 10,000 and more it is a measurement: the figures are in the log. */
    private static final int MANY = Integer.getInteger("evidence.lines", 2_000);
    private static final int LOOKS = 40;

    @Inject
    Rows rows;

    @Inject
    Tables tables;

    private final String about = UUID.randomUUID().toString();

    @Test
    void tenThousandCasesAreReadOnceAndPagedByWhatMatters() {
        // Given
        byte[] file = ReportLines.cases(MANY, about);
        FileKey key = key(file);
        long begun = System.nanoTime();
        // When
        Kept kept = await(rows.keep(key, file));
        // Then
        LOG.infof("evidence: %d lines, %d bytes, kept in %d ms", MANY, file.length, millis(begun));
        assertEquals(MANY, kept.lines());
        assertEquals(MANY / 10, kept.tallies().outcomes().get("leaked"));
        Leaf worst = look("first page", key, Sought.ALL, new Leaf.Span(true, 0, 25));
        assertEquals(MANY, worst.matching());
        assertEquals("leaked", worst.rows().getFirst().content().path("verdict").asText());
        Leaf last = look("last page", key, Sought.ALL, new Leaf.Span(true, MANY - 25, 25));
        assertEquals("blocked", last.rows().getLast().content().path("verdict").asText());
        Leaf filtered = look("filtered", key, new Sought("leaked", "harmful-help", "en", "", new Sought.Words("", 0)),
                new Leaf.Span(true, 0, 25));
        assertEquals(MANY / 20, filtered.matching());
        Leaf found = look("searched", key, new Sought("", "", "", "", new Sought.Words("CORE/CASE-1234\n", 0)),
                new Leaf.Span(true, 0, 25));
        assertEquals(List.of(1235), found.rows().stream().map(Leaf.Row::number).toList());
    }

    @Test
    void manyWhoReadTheSameFileInStoreItOnce() {
        // Given
        byte[] file = ReportLines.cases(50, about);
        FileKey key = key(file);
        // When
        List<Kept> kept = await(Uni.join().all(rows.keep(key, file), rows.keep(key, file), rows.keep(key, file)).andFailFast());
        // Then
        assertEquals(1, kept.stream().distinct().count());
        assertEquals(50, tables.count("select count(*) from evidence_row where digest = ?", key.digest()));
        assertEquals(kept.getFirst(), await(rows.find(key)).orElseThrow());
    }

    @Test
    void whatNobodyLooksAtIsForgottenAndReadAgain() throws Exception {
        // Given
        byte[] file = ReportLines.cases(3, about);
        FileKey key = key(file);
        await(rows.keep(key, file));
        tables.execute(
                "update evidence_file set asked_at = asked_at - interval '31 days' where digest = '" + key.digest() + "'");
        // When
        await(rows.forget());
        // Then
        assertTrue(await(rows.find(key)).isEmpty());
        assertEquals(0, tables.count("select count(*) from evidence_row where digest = ?", key.digest()));
        assertEquals(3, await(rows.keep(key, file)).lines());
    }

    @Test
    void whoLooksKeepsIt() throws Exception {
        // Given
        byte[] file = ReportLines.cases(3, about);
        FileKey key = key(file);
        await(rows.keep(key, file));
        tables.execute(
                "update evidence_file set asked_at = asked_at - interval '29 days' where digest = '" + key.digest() + "'");
        // When
        await(rows.find(key));
        // Then
        assertEquals(1,
                tables.count("select count(*) from evidence_file where digest = ? and asked_at > now() - interval '1 day'",
                        key.digest()));
    }

    @Test
    void wordsOfASearchAreWordsAndNoPattern() {
        // Given
        byte[] file = "{\"a\":\"100%\"}\n{\"a\":\"1000\"}\n{\"a\":\"a\\\\_b\"}\n"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        FileKey key = new FileKey(Artifacts.digest(file), Reading.LINES);
        await(rows.keep(key, file));
        // When
        Leaf percent = await(rows.leaf(key, text("100%"), new Leaf.Span(false, 0, 10)));
        // Then
        assertEquals(List.of(1), percent.rows().stream().map(Leaf.Row::number).toList());
        assertEquals(1, await(rows.leaf(key, text("\\_"), new Leaf.Span(false, 0, 10))).matching());
        assertFalse(await(rows.leaf(key, text("' or 1=1 --"), new Leaf.Span(false, 0, 10))).matching() > 0);
    }

    private static Sought text(String sought) {
        return new Sought("", "", "", "", new Sought.Words(sought, 0));
    }

    private static FileKey key(byte[] file) {
        return new FileKey(Artifacts.digest(file), Reading.CASES);
    }

    private Leaf look(String what, FileKey key, Sought sought, Leaf.Span span) {
        Leaf leaf = await(rows.leaf(key, sought, span));
        if (MANY >= 10_000) {
            long[] took = new long[LOOKS];
            for (int i = 0; i < LOOKS; i++) {
                long begun = System.nanoTime();
                await(rows.leaf(key, sought, span));
                took[i] = System.nanoTime() - begun;
            }
            Arrays.sort(took);
            LOG.infof("evidence: %s p50 %.1f ms, p95 %.1f ms", what, took[LOOKS / 2] / 1e6, took[LOOKS * 95 / 100] / 1e6);
        }
        return leaf;
    }

    private static long millis(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toMillis();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }
}
