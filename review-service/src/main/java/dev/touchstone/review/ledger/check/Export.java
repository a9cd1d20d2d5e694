package dev.touchstone.review.ledger.check;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an export says besides its entries. Texts are as they stand in the file; nothing is believed yet.
 *
 * @param checkpoint a signed note
 * @param key the verifier key that the maker of the file names; null where none is named
 * @param growth null where no proof was asked for
 */
public record Export(Scope scope, String checkpoint, @Nullable String key, @Nullable Growth growth) {

    /** The first member's value. Another form of the file would have another one. */
    public static final String FORMAT = "touchstone-ledger-export/1";

    /** Which entries the file claims to have. */
    public sealed interface Scope {
    }

    /**
     * All of one submission.
     *
     * @param count how many there are
     * @param lastIndex of the last; -1 where there is none
     */
    public record OfSubmission(String id, long count, long lastIndex) implements Scope {
    }

    /** All from an index up to, but not including, another. */
    public record OfLog(long from, long to) implements Scope {
    }

    /** That the log grew out of what it was at an earlier size. */
    public record Growth(long from, List<String> proof) {

        public Growth {
            proof = List.copyOf(proof);
        }
    }

    /**
     * An entry as it stands in the file.
     *
     * @param index -1 where the file names none
     * @param proof null where the file has none
     */
    public record Item(long index, String leafHash, String text, @Nullable List<String> proof) {

        public Item {
            proof = proof == null ? null : List.copyOf(proof);
        }
    }
}
