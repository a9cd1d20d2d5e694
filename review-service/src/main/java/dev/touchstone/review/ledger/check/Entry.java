package dev.touchstone.review.ledger.check;

/**
 * One entry as it is kept and given out.
 *
 * @param leafHash of the text
 * @param text RFC 8785 canonical JSON
 */
public record Entry(long index, String leafHash, String text) {

    public static Entry of(long index, String text) {
        return new Entry(index, Hashes.leaf(text), text);
    }
}
