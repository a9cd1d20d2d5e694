package dev.touchstone.review.ledger;

/**
 * One entry as it is kept and given out.
 *
 * @param leafHash of the text
 * @param text RFC 8785 canonical JSON
 */
record Entry(long index, String leafHash, String text) {

    static Entry of(long index, String text) {
        return new Entry(index, Hashes.leaf(text), text);
    }
}
