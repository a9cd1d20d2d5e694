package dev.touchstone.review.ledger.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.ledger.check.Export.Item;
import dev.touchstone.review.ledger.check.Export.OfLog;
import dev.touchstone.review.ledger.tree.Hash;

/**
 * Checks entries against one another, without trusting who gave them. A rewritten tail with all its hashes made anew is
 * consistent in itself; against that only a head that was kept elsewhere helps, as the hash in a W&amp;B row or a signed
 * checkpoint.
 */
public final class Chain {

    private Chain() {
    }

    /** Every fault of a ledger given from its first entry on. */
    public static List<Fault> verify(List<Entry> entries) {
        Found found = new Found(Integer.MAX_VALUE);
        Reading reading = new Reading(found);
        List<Link> links = new ArrayList<>();
        for (Entry entry : entries) {
            reading.of(new Item(entry.index(), entry.leafHash(), entry.text(), null), links.size()).ifPresent(links::add);
        }
        List<Link> sorted = Order.of(links, found);
        verify(sorted, new OfLog(0, sorted.isEmpty() ? 0 : sorted.getLast().index() + 1), found);
        return found.inOrder();
    }

    /** @param links by index, each once */
    static void verify(List<Link> links, OfLog range, Found found) {
        long before = found.count();
        gaps(links, range, found);
        Link previous = null;
        for (Link link : links) {
            link(link, previous, found);
            previous = link;
        }
        if (range.from() == 0 && found.count() == before && links.stream().allMatch(Link::sound)) {
            submissions(links, found);
        }
    }

    private static void gaps(List<Link> links, OfLog range, Found found) {
        long next = range.from();
        for (Link link : links) {
            if (link.index() < range.from() || link.index() >= range.to()) {
                found.add(new Fault.Beyond(link.index(), range.to()));
            } else {
                if (link.index() > next) {
                    found.add(new Fault.Removed(next, link.index() - next));
                }
                next = link.index() + 1;
            }
        }
        if (next < range.to()) {
            found.add(new Fault.Truncated(next, range.to()));
        }
    }

    /** A broken link is the fault of the entry before: this one is what it was when that one still was. */
    private static void link(Link link, @Nullable Link previous, Found found) {
        if (!link.sound()) {
            return;
        }
        if (link.index() == 0 && !link.place().previousHash().equals(Hashes.NONE)) {
            found.add(new Fault.Changed(0));
        } else if (previous != null && previous.index() + 1 == link.index() && previous.sound()
                && !link.place().previousHash().equals(previous.leaf().hex())) {
            found.add(new Fault.Changed(previous.index()));
        }
    }

    /** Of a log that is whole, each submission's own chain is whole, too. */
    private static void submissions(List<Link> links, Found found) {
        Map<String, Hash> last = new HashMap<>();
        for (Link link : links) {
            Hash before = last.put(link.place().submissionId(), link.leaf());
            if (!link.place().previousOfSubmission().equals(before == null ? Hashes.NONE : before.hex())) {
                found.add(new Fault.LeftOut(link.index(), link.place().previousOfSubmission()));
            }
        }
    }
}
