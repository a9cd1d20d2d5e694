package dev.touchstone.review.ledger.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.touchstone.review.ledger.check.Export.Item;
import dev.touchstone.review.ledger.note.Checkpoint;
import dev.touchstone.review.ledger.tree.Hash;

/** A whole log, tampered with in its middle. {@code -Dledger.entries=100000} measures; the default only shows that it works. */
class LargeLogTest {

    private static final int SIZE = Integer.getInteger("ledger.entries", 2_000);
    private static final int MIDDLE = SIZE / 2;
    private static final Limits LIMITS = new Limits(2_000_000, 100);
    private static Log log = new Log();

    @TempDir
    Path directory;

    @BeforeAll
    static void make() {
        log = Log.of(SIZE);
    }

    @Test
    void whatWasNotTouchedHasNoFault() throws Exception {
        assertEquals(List.of(), faults("whole", items -> {
        }, List.of()));
    }

    @Test
    void oneChangedBitIsFound() throws Exception {
        assertEquals(List.of(new Fault.RootDiffers(SIZE), new Fault.Changed(MIDDLE)), faults("one bit", items -> {
            Item item = items.get(MIDDLE);
            char[] text = item.text().toCharArray();
            int at = item.text().indexOf("entry number");
            text[at] = (char) (text[at] ^ 1);
            items.set(MIDDLE, new Item(MIDDLE, item.leafHash(), new String(text), null));
        }, List.of()));
    }

    @Test
    void oneRemovedEntryIsFound() throws Exception {
        assertEquals(List.of(new Fault.Removed(MIDDLE, 1)), faults("removed", items -> items.remove(MIDDLE), List.of()));
    }

    @Test
    void twoSwappedEntriesAreFound() throws Exception {
        assertEquals(List.of(new Fault.Moved(7, MIDDLE), new Fault.Moved(MIDDLE, 7)),
                faults("swapped", items -> Collections.swap(items, 7, MIDDLE), List.of()));
    }

    @Test
    void aTruncatedTailIsFound() throws Exception {
        List<Fault> faults = faults("truncated", items -> items.subList(SIZE - 10, SIZE).clear(), List.of());
        assertTrue(faults.contains(new Fault.Truncated(SIZE - 10, SIZE)), faults.toString());
    }

    @Test
    void aForkedCheckpointIsFound() throws Exception {
        // Given
        Hash other = Hash.leaf("another history");
        String forked = Log.SIGNER.sign(
                new Checkpoint(Log.ORIGIN, MIDDLE, other).text()).signed();
        // When
        List<Fault> faults = faults("forked", items -> {
        }, List.of(log.checkpoint(MIDDLE), forked));
        // Then
        assertEquals(List.of(new Fault.CheckpointForked(SIZE, MIDDLE)), faults);
    }

    private List<Fault> faults(String what, Consumer<List<Item>> tamper, List<String> kept) throws Exception {
        ExportFile export = log.whole();
        tamper.accept(export.items);
        Path file = Files.writeString(directory.resolve("export.json"), export.text());
        long begun = System.nanoTime();
        Report report = Verifier.verify(() -> Files.newInputStream(file), new Trust(List.of(Log.key()), kept, List.of()),
                LIMITS);
        System.out.printf("%s: %,d entries, %,d bytes, %,d ms%n", what, SIZE, Files.size(file),
                (System.nanoTime() - begun) / 1_000_000);
        return report.faults();
    }
}
