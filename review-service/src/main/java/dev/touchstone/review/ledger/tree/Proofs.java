package dev.touchstone.review.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Checks proofs without the tree (RFC 9162 sections 2.1.3.2 and 2.1.4.2). Whatever does not fit is no proof: a path that is
 * too short or too long, an index outside of the tree, a size below zero.
 */
public final class Proofs {

    private Proofs() {
    }

    /** Whether the path proves that the leaf stands at this index of the tree of this size and head. */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        Climb climb = new Climb(index, size - 1);
        Hash head = leaf;
        for (Hash sibling : path) {
            if (climb.isAtTop()) {
                return false;
            }
            head = climb.isRightChild() ? Hash.of(sibling, head) : Hash.of(head, sibling);
            climb.up();
        }
        return climb.isAtTop() && head.equals(root);
    }

    /** Whether the path proves that the tree of the first size and head grew to that of the second. */
    public static boolean isConsistent(long from, Hash first, long to, Hash second, List<Hash> path) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == 0) {
            // Everything grew from nothing, but a head of nothing is known.
            return path.isEmpty() && first.equals(Hash.EMPTY) && (to > 0 || second.equals(Hash.EMPTY));
        }
        if (from == to) {
            return path.isEmpty() && first.equals(second);
        }
        return grew(from, first, to, second, path);
    }

    private static boolean grew(long from, Hash first, long to, Hash second, List<Hash> path) {
        List<Hash> steps = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            steps.addFirst(first);
        }
        if (steps.isEmpty()) {
            return false;
        }
        Climb climb = Climb.fromLastSubtree(from - 1, to - 1);
        Hash before = steps.getFirst();
        Hash after = before;
        for (Hash sibling : steps.subList(1, steps.size())) {
            if (climb.isAtTop()) {
                return false;
            }
            if (climb.isRightChild()) {
                before = Hash.of(sibling, before);
                after = Hash.of(sibling, after);
            } else {
                after = Hash.of(after, sibling);
            }
            climb.up();
        }
        return climb.isAtTop() && before.equals(first) && after.equals(second);
    }

    /** The way from a node to the head, beside that of the tree's last node: where they meet, the tree is ragged. */
    private static final class Climb {

        private long node;
        private long last;

        Climb(long node, long last) {
            this.node = node;
            this.last = last;
        }

        /** From the highest complete subtree that ends with this leaf. */
        static Climb fromLastSubtree(long leaf, long last) {
            int levels = Long.numberOfTrailingZeros(~leaf);
            return new Climb(leaf >> levels, last >> levels);
        }

        boolean isAtTop() {
            return last == 0;
        }

        boolean isRightChild() {
            return (node & 1) == 1 || node == last;
        }

        void up() {
            if (node == last && (node & 1) == 0) {
                // The last of an odd number has no sibling on these levels; it is handed up as it is.
                int levels = Long.numberOfTrailingZeros(node);
                node >>= levels;
                last >>= levels;
            }
            node >>= 1;
            last >>= 1;
        }
    }
}
