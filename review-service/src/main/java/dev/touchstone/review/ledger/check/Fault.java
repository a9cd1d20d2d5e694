package dev.touchstone.review.ledger.check;

/** What a check found, by entry. */
public sealed interface Fault {

    /** The entry at fault. */
    long index();

    /** The text is not the one that was hashed, or the hash is not the one that the next entry was chained to. */
    record Changed(long index) implements Fault {
    }

    /** Nothing stands where this entry belongs. */
    record Removed(long index) implements Fault {
    }

    /** An entry that belongs elsewhere stands here. */
    record Moved(long index, long belongsAt) implements Fault {
    }

    /** There is an entry twice, or one beyond what was counted. */
    record Repeated(long index) implements Fault {
    }
}
