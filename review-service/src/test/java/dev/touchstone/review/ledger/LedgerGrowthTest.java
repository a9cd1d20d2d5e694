package dev.touchstone.review.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.codec.StageEventCodec;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Tables;
import dev.touchstone.review.ledger.tree.Hash;
import dev.touchstone.review.ledger.tree.Proofs;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Whether the last entries cost what the first did. With 100,000 it takes minutes, so it is measured by hand:
 * {@code -Dtest=LedgerGrowthTest -Dledger.entries=100000}.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "ledger.entries", matches = "[0-9]+", disabledReason = "takes minutes; see the comment")
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class LedgerGrowthTest {

    private static final Logger LOG = Logger.getLogger(LedgerGrowthTest.class);
    private static final int ENTRIES = Integer.getInteger("ledger.entries", 0);
    private static final int PORTIONS = 10;
    private static final int PORTION = ENTRIES / PORTIONS;
    private static final int PROOFS = 1000;

    @Inject
    Ledger ledger;

    @Inject
    LedgerTree tree;

    @Inject
    Tables tables;

    @Test
    void theLastEntriesCostWhatTheFirstDid() {
        // Given: what a fresh virtual machine and a fresh database have to learn is not the ledger's cost
        append(500);
        // When
        List<Double> millis = new ArrayList<>();
        for (int portion = 0; portion < PORTIONS; portion++) {
            long begun = System.nanoTime();
            append(PORTION);
            millis.add((System.nanoTime() - begun) / 1e6 / PORTION);
            LOG.infof("entries %d: %.3f ms each", (portion + 1) * PORTION, millis.getLast());
        }
        // Then
        double last = millis.getLast();
        double median = millis.stream().sorted().skip(PORTIONS / 2).findFirst().orElseThrow();
        assertTrue(last < 1.5 * median, "ms by portion: " + millis);
        prove();
    }

    private void append(int entries) {
        for (int i = 0; i < entries; i++) {
            StageEvent event = new Reviews().completed(Stage.SECURITY, 1, 0.9).last();
            Blocking.inTransaction(() -> ledger.append(event, StageEventCodec.encode(event)));
        }
    }

    private void prove() {
        long size = Blocking.inTransaction(tree::size);
        Hash root = Blocking.inTransaction(() -> tree.root(size));
        Random random = new Random(7);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < PROOFS; i++) {
            long index = random.nextLong(size);
            Hash leaf = Blocking.inTransaction(() -> tree.leaf(index));
            long begun = System.nanoTime();
            List<Hash> path = Blocking.inTransaction(() -> tree.inclusion(List.of(index), size)).getFirst();
            millis.add((System.nanoTime() - begun) / 1e6);
            assertTrue(Proofs.includes(leaf, index, size, path, root));
        }
        Collections.sort(millis);
        LOG.infof("%d proofs of %d entries: median %.2f ms, p99 %.2f ms; nodes kept: %d", PROOFS, size,
                millis.get(PROOFS / 2), millis.get(PROOFS * 99 / 100), tables.count("select count(*) from ledger_node"));
        assertEquals(size, tables.count("select count(*) from ledger_node where level = 0"));
    }
}
