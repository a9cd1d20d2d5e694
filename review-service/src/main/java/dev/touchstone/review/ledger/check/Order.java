package dev.touchstone.review.ledger.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Entries stand in the order of their indices, each once. */
final class Order {

    private Order() {
    }

    /** The entries by index, each once; names what stood twice or elsewhere. */
    static List<Link> of(List<Link> file, Found found) {
        Set<Long> seen = HashSet.newHashSet(file.size());
        List<Link> once = new ArrayList<>(file.size());
        for (Link link : file) {
            if (seen.add(link.index())) {
                once.add(link);
            } else {
                found.add(new Fault.Repeated(link.index()));
            }
        }
        List<Link> sorted = new ArrayList<>(once);
        sorted.sort(Comparator.comparingLong(Link::index));
        for (int i = 0; i < sorted.size(); i++) {
            if (once.get(i).index() != sorted.get(i).index()) {
                found.add(new Fault.Moved(sorted.get(i).index(), once.get(i).index()));
            }
        }
        return sorted;
    }
}
