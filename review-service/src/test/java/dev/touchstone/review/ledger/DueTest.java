package dev.touchstone.review.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.touchstone.review.ledger.note.Checkpoint;
import dev.touchstone.review.ledger.note.NoteSigner;
import dev.touchstone.review.ledger.tree.Hash;

class DueTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Due due = new Due(100, Duration.ofMinutes(5));

    @Test
    void nothingIsDueOfAnEmptyLedger() {
        assertEquals(List.of(), due.sizes(0, Optional.empty(), NOON));
    }

    @Test
    void theFirstEntryIsSignedAtOnce() {
        assertEquals(List.of(1L), due.sizes(1, Optional.empty(), NOON));
    }

    @Test
    void everyMilestoneThatWasPassedIsMadeUpFor() {
        assertEquals(List.of(200L, 300L, 400L), due.sizes(455, Optional.of(kept(150, NOON)), NOON.plusSeconds(10)));
    }

    @Test
    void whatGrewIsSignedAfterItsTime() {
        // Given
        Optional<KeptCheckpoint> last = Optional.of(kept(200, NOON));
        // Then
        assertEquals(List.of(), due.sizes(201, last, NOON.plusSeconds(299)));
        assertEquals(List.of(201L), due.sizes(201, last, NOON.plusSeconds(300)));
        assertEquals(List.of(300L), due.sizes(300, last, NOON.plusSeconds(300)));
    }

    @Test
    void whatDidNotGrowIsNotSignedAgain() {
        assertEquals(List.of(), due.sizes(200, Optional.of(kept(200, NOON)), NOON.plus(Duration.ofDays(3))));
    }

    @Test
    void aLongLedgerIsSignedInPortions() {
        // When
        List<Long> sizes = due.sizes(1_000_000, Optional.empty(), NOON);
        // Then
        assertEquals(1000, sizes.size());
        assertEquals(100_000, sizes.getLast());
    }

    private static KeptCheckpoint kept(long size, Instant at) {
        return new KeptCheckpoint(new Checkpoint("log", size, Hash.EMPTY), "", NoteSigner.of("log", new byte[32]).key(), at);
    }
}
