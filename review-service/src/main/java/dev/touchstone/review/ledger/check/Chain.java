package dev.touchstone.review.ledger.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Checks entries without trusting who gave them. A rewritten tail with all its hashes made anew is consistent in itself;
 * against that only a head that was kept elsewhere helps, as the hash in a W&amp;B row or a signed checkpoint.
 */
public final class Chain {

    private Chain() {
    }

    /** What an entry says of its own place. */
    private record Place(long index, String previousHash) {
    }

    /** Every fault of a ledger given from its first entry on, in the order in which it is given. */
    public static List<Fault> verify(List<Entry> entries) {
        TreeMap<Long, Entry> byIndex = new TreeMap<>();
        Set<Fault> faults = new TreeSet<>(Comparator.comparingLong(Fault::index).thenComparing(Fault::toString));
        for (Entry entry : entries) {
            if (byIndex.putIfAbsent(entry.index(), entry) != null) {
                faults.add(new Fault.Repeated(entry.index()));
            }
        }
        long next = 0;
        for (Entry entry : byIndex.values()) {
            for (; next < entry.index(); next++) {
                faults.add(new Fault.Removed(next));
            }
            faults.addAll(verify(entry, byIndex.get(entry.index() - 1)));
            next = entry.index() + 1;
        }
        return List.copyOf(faults);
    }

    private static List<Fault> verify(Entry entry, @Nullable Entry previous) {
        if (!entry.leafHash().equals(Hashes.leaf(entry.text())) || !isCanonical(entry.text())) {
            return List.of(new Fault.Changed(entry.index()));
        }
        Place place = place(entry.text());
        if (place.index() != entry.index()) {
            return List.of(new Fault.Moved(entry.index(), place.index()));
        }
        return link(entry, place, previous);
    }

    /** A broken link is the fault of the entry before: this one is what it was when that one still was. */
    private static List<Fault> link(Entry entry, Place place, @Nullable Entry previous) {
        List<Fault> faults = new ArrayList<>();
        if (entry.index() == 0 && !place.previousHash().equals(Hashes.NONE)) {
            faults.add(new Fault.Changed(0));
        } else if (previous != null && !place.previousHash().equals(Hashes.leaf(previous.text()))) {
            faults.add(new Fault.Changed(previous.index()));
        }
        return faults;
    }

    private static boolean isCanonical(String text) {
        try {
            return CanonicalJson.of(text).equals(text);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static Place place(String text) {
        try {
            JsonNode entry = StrictJson.read(text);
            return new Place(entry.path("index").asLong(-1), entry.path("previousHash").asText());
        } catch (IOException malformed) {
            return new Place(-1, "");
        }
    }
}
