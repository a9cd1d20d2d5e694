package dev.touchstone.review.ledger.check;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import dev.touchstone.review.ledger.check.Export.Item;
import dev.touchstone.review.ledger.tree.Hash;

/** Looks at one entry by itself: is it what was hashed, in the one spelling that it has, and where does it belong? */
final class Reading {

    private final Found found;

    Reading(Found found) {
        this.found = found;
    }

    /**
     * @param position in the file
     * @return empty where there is too little of an entry to hold it against others
     */
    Optional<Link> of(Item item, long position) {
        if (item.index() < 0) {
            found.add(new Fault.Malformed(position, "it names no index"));
            return Optional.empty();
        }
        Optional<Place> place = Place.of(item.text());
        if (place.isEmpty()) {
            found.add(new Fault.Malformed(item.index(),
                    "its text is not JSON with index, submissionId, previousHash and previousOfSubmission"));
            return Optional.empty();
        }
        return Optional.of(link(item, place.get()));
    }

    private Link link(Item item, Place place) {
        Hash leaf = Hash.leaf(item.text());
        if (!leaf.hex().equals(item.leafHash()) || !isCanonical(item.text())) {
            found.add(new Fault.Changed(item.index()));
            return new Link(item.index(), leaf, place, false);
        }
        if (place.index() != item.index()) {
            found.add(new Fault.Moved(item.index(), place.index()));
            return new Link(item.index(), leaf, place, false);
        }
        return new Link(item.index(), leaf, place, true);
    }

    private static boolean isCanonical(String text) {
        try {
            return CanonicalJson.of(text).equals(text) && isWhole(text);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Half a surrogate pair has no UTF-8: it would be hashed as a question mark, as another text is. */
    private static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
