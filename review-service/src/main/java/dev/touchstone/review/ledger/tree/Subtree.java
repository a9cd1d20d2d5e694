package dev.touchstone.review.ledger.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A subtree in the sense of RFC 6962: the leaves from one index up to another, where the first is a multiple of every
 * power of two that fits into it. The whole tree is one, and each hash of a proof is that of one.
 *
 * @param from index of its first leaf
 * @param to index after its last leaf
 */
public record Subtree(long from, long to) {

    static Subtree whole(long size) {
        return new Subtree(0, size);
    }

    boolean isLeaf() {
        return to - from == 1;
    }

    /** Where RFC 6962 splits it: after as many leaves as the largest power of two that is less than all of them. */
    long middle() {
        return from + Long.highestOneBit(to - from - 1);
    }

    Subtree left() {
        return new Subtree(from, middle());
    }

    Subtree right() {
        return new Subtree(middle(), to);
    }

    /** The complete subtrees that it is made of, from the left, the largest first: at most one of each size. */
    public List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        for (long at = from; at < to;) {
            long leaves = Long.highestOneBit(to - at);
            nodes.add(new Node(Long.numberOfTrailingZeros(leaves), at / leaves));
            at += leaves;
        }
        return nodes;
    }

    /** @param known gives the hash of each of {@link #nodes()} */
    public Hash hash(Function<Node, Hash> known) {
        List<Node> nodes = nodes();
        if (nodes.isEmpty()) {
            return Hash.EMPTY;
        }
        // From the right: each larger subtree has all the smaller ones at its right hand.
        Hash hash = known.apply(nodes.removeLast());
        for (Node larger : nodes.reversed()) {
            hash = Hash.of(known.apply(larger), hash);
        }
        return hash;
    }
}
