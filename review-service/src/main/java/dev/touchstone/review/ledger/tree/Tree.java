package dev.touchstone.review.ledger.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Head and proofs of a tree (RFC 6962 section 2.1). Each comes twice: as the subtrees that it is made of, for whoever keeps
 * hashes of {@linkplain Node complete subtrees} and reads few of them, and as hashes, for whoever holds all leaves.
 */
public final class Tree {

    private Tree() {
    }

    /** The head over these leaf hashes; of none, {@link Hash#EMPTY}. */
    public static Hash root(List<Hash> leaves) {
        return Subtree.whole(leaves.size()).hash(of(leaves));
    }

    /** What proves that a leaf stands at this index of these. */
    public static List<Hash> inclusion(long index, List<Hash> leaves) {
        return hashes(inclusion(index, leaves.size()), leaves);
    }

    /** What proves that the tree over the first {@code from} of these leaves grew to the one over all. */
    public static List<Hash> consistency(long from, List<Hash> leaves) {
        return hashes(consistency(from, leaves.size()), leaves);
    }

    /** What the head of a tree of this size is made of. */
    public static Subtree root(long size) {
        require(size >= 0, "A tree has no fewer than 0 leaves");
        return Subtree.whole(size);
    }

    /** What the proof is made of that a leaf stands at this index of a tree of this size. */
    public static List<Subtree> inclusion(long index, long size) {
        require(index >= 0 && index < size, "Only a leaf of the tree can be proved to be in it");
        List<Subtree> path = new ArrayList<>();
        Subtree around = Subtree.whole(size);
        while (!around.isLeaf()) {
            boolean goesLeft = index < around.middle();
            path.addFirst(goesLeft ? around.right() : around.left());
            around = goesLeft ? around.left() : around.right();
        }
        return path;
    }

    /**
     * What the proof is made of that a tree of the one size grew to one of the other. Nothing has to be proved of a tree
     * without leaves, nor of one that did not grow.
     */
    public static List<Subtree> consistency(long from, long to) {
        require(from >= 0 && from <= to, "A tree only grows");
        List<Subtree> path = new ArrayList<>();
        if (from == 0 || from == to) {
            return path;
        }
        Subtree around = Subtree.whole(to);
        while (around.to() != from) {
            boolean goesLeft = from <= around.middle();
            path.addFirst(goesLeft ? around.right() : around.left());
            around = goesLeft ? around.left() : around.right();
        }
        if (around.from() > 0) {
            // Else it is the whole of the smaller tree, whose head the reader has.
            path.addFirst(around);
        }
        return path;
    }

    private static List<Hash> hashes(List<Subtree> subtrees, List<Hash> leaves) {
        return subtrees.stream().map(subtree -> subtree.hash(of(leaves))).toList();
    }

    private static Function<Node, Hash> of(List<Hash> leaves) {
        return node -> hash(node, leaves);
    }

    private static Hash hash(Node node, List<Hash> leaves) {
        return node.level() == 0
                ? leaves.get(Math.toIntExact(node.position()))
                : Hash.of(hash(node.left(), leaves), hash(node.right(), leaves));
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
