package dev.touchstone.review.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.touchstone.review.ledger.check.Chain;
import dev.touchstone.review.ledger.check.Entry;
import dev.touchstone.review.ledger.check.Fault;
import dev.touchstone.review.ledger.check.Hashes;

class ChainTest {

    private final List<Entry> chain = new ArrayList<>(EntriesTest.chain());

    @Test
    void theLeafHashIsThatOfRfc6962() {
        // The empty leaf's hash, as published for Certificate Transparency.
        assertEquals("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", Hashes.leaf(""));
    }

    @Test
    void aChangedTextIsNamed() {
        // Given
        Entry third = chain.get(3);
        chain.set(3, new Entry(3, third.leafHash(), third.text().replace("\"attempt\":1", "\"attempt\":2")));
        // When
        List<Fault> faults = Chain.verify(chain);
        // Then
        assertTrue(faults.contains(new Fault.Changed(3)), faults.toString());
    }

    @Test
    void aChangedTextWithAHashMadeAnewIsNamedToo() {
        // Given
        chain.set(3, Entry.of(3, chain.get(3).text().replace("\"attempt\":1", "\"attempt\":2")));
        // When
        List<Fault> faults = Chain.verify(chain);
        // Then
        assertEquals(List.of(new Fault.Changed(3)), faults);
    }

    @Test
    void aRemovedEntryIsNamed() {
        // Given
        chain.remove(4);
        // When
        List<Fault> faults = Chain.verify(chain);
        // Then
        assertEquals(List.of(new Fault.Removed(4)), faults);
    }

    @Test
    void aRemovedEntryWhoseGapWasClosedIsNoticed() {
        // Given
        chain.remove(4);
        List<Entry> closed = new ArrayList<>();
        for (Entry entry : chain) {
            closed.add(new Entry(closed.size(), entry.leafHash(), entry.text()));
        }
        // When
        List<Fault> faults = Chain.verify(closed);
        // Then
        assertEquals(new Fault.Moved(4, 5), faults.getFirst());
    }

    @Test
    void swappedEntriesAreNamedWithTheirPlaces() {
        // Given
        Entry second = chain.get(2);
        Entry fifth = chain.get(5);
        chain.set(2, new Entry(2, fifth.leafHash(), fifth.text()));
        chain.set(5, new Entry(5, second.leafHash(), second.text()));
        // When
        List<Fault> faults = Chain.verify(chain);
        // Then
        assertTrue(faults.contains(new Fault.Moved(2, 5)), faults.toString());
        assertTrue(faults.contains(new Fault.Moved(5, 2)), faults.toString());
    }

    @Test
    void anEntryThatIsGivenTwiceIsNamed() {
        // Given
        chain.add(chain.get(1));
        // When
        List<Fault> faults = Chain.verify(chain);
        // Then
        assertEquals(List.of(new Fault.Repeated(1)), faults);
    }

    @Test
    void theOrderOfTheFileDoesNotMatter() {
        // Given
        Collections.reverse(chain);
        // When
        List<Fault> faults = Chain.verify(chain);
        // Then
        assertEquals(List.of(), faults);
    }

    @Test
    void anotherSpellingOfTheSameJsonIsAChange() {
        // Given
        chain.set(7, Entry.of(7, " " + chain.get(7).text()));
        // When
        List<Fault> faults = Chain.verify(chain);
        // Then
        assertEquals(List.of(new Fault.Changed(7)), faults);
    }
}
