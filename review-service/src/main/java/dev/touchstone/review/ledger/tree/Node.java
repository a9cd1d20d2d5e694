package dev.touchstone.review.ledger.tree;

/**
 * A complete subtree. Its hash never changes again, whatever is appended, so it is what can be kept.
 *
 * @param level it has 2<sup>level</sup> leaves; 0 is a leaf
 * @param position how many subtrees of its size stand left of it
 */
public record Node(int level, long position) {

    Node left() {
        return new Node(level - 1, 2 * position);
    }

    Node right() {
        return new Node(level - 1, 2 * position + 1);
    }
}
