package dev.touchstone.review.ledger.check;

/**
 * How much a check takes on: the file may have been made to exhaust whoever reads it.
 *
 * @param entries the most of a file
 * @param faults the most that are listed; further ones are counted
 */
public record Limits(long entries, int faults) {

    /** In characters. An entry is made of one event, and Kafka takes none larger than 1 MiB. */
    static final int TEXT = 4 << 20;
    /** A tree of 2^63 leaves would need no more. */
    static final int PROOF = 64;
    /** Of the file; entries are text in it. */
    static final int DEPTH = 8;
    /** Of an entry, whose events are no deeper. */
    static final int ENTRY_DEPTH = 64;
}
