package dev.touchstone.review.ledger.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** For every tree up to a size that has all shapes: what is right is proved, and nothing else is. */
class ProofsTest {

    private static final int LARGEST = 130;
    private static final List<Hash> LEAVES = IntStream.range(0, LARGEST).mapToObj(i -> Hash.leaf("entry " + i)).toList();
    /** Heads by the recursive definition of RFC 6962, word for word, by which the rest is judged. */
    private static final List<Hash> ROOTS = IntStream.rangeClosed(0, LARGEST)
            .mapToObj(size -> size == 0 ? Hash.EMPTY : head(LEAVES.subList(0, size))).toList();

    @Test
    void theHeadOfEverySizeIsThatOfTheDefinition() {
        for (int size = 0; size <= LARGEST; size++) {
            assertEquals(ROOTS.get(size), Tree.root(LEAVES.subList(0, size)), "of " + size);
        }
    }

    @Test
    void everyLeafOfEveryTreeIsProvedToBeWhereItIs() {
        for (int size = 1; size <= LARGEST; size++) {
            for (int index = 0; index < size; index++) {
                List<Hash> path = Tree.inclusion(index, LEAVES.subList(0, size));
                assertTrue(Proofs.includes(LEAVES.get(index), index, size, path, ROOTS.get(size)), index + " of " + size);
            }
        }
    }

    @Test
    void aLeafIsProvedToBeNowhereElseAndInNoOtherTree() {
        for (int size = 1; size <= 33; size++) {
            for (int index = 0; index < size; index++) {
                List<Hash> path = Tree.inclusion(index, LEAVES.subList(0, size));
                for (int other = -1; other <= size + 1; other++) {
                    assertEquals(other == index, Proofs.includes(LEAVES.get(index), other, size, path, ROOTS.get(size)),
                            index + " of " + size + " at " + other);
                    assertFalse(other != size && other >= 0
                            && Proofs.includes(LEAVES.get(index), index, other, path, ROOTS.get(other)),
                            index + " of " + size + " in " + other);
                }
            }
        }
    }

    @Test
    void anInclusionProofWithAnyChangeProvesNothing() {
        for (int size : new int[] { 1, 2, 3, 7, 8, 13, 64, 100, 129 }) {
            for (int index = 0; index < size; index += 5) {
                Hash leaf = LEAVES.get(index);
                long at = index;
                List<Hash> path = Tree.inclusion(index, LEAVES.subList(0, size));
                for (List<Hash> changed : changes(path)) {
                    assertFalse(Proofs.includes(leaf, at, size, changed, ROOTS.get(size)));
                }
                assertFalse(Proofs.includes(flipped(leaf, 77), at, size, path, ROOTS.get(size)));
                assertFalse(Proofs.includes(leaf, at, size, path, flipped(ROOTS.get(size), 3)));
            }
        }
    }

    @Test
    void everyTreeIsProvedToHaveGrownToEveryLargerOne() {
        for (int to = 0; to <= LARGEST; to++) {
            for (int from = 0; from <= to; from++) {
                List<Hash> path = Tree.consistency(from, LEAVES.subList(0, to));
                assertTrue(Proofs.isConsistent(from, ROOTS.get(from), to, ROOTS.get(to), path), from + " to " + to);
            }
        }
    }

    @Test
    void aConsistencyProofWithAnyChangeProvesNothing() {
        for (int to : new int[] { 1, 2, 3, 7, 8, 13, 64, 100, 129 }) {
            for (int from = 0; from <= to; from += 3) {
                List<Hash> path = Tree.consistency(from, LEAVES.subList(0, to));
                for (List<Hash> changed : changes(path)) {
                    assertFalse(Proofs.isConsistent(from, ROOTS.get(from), to, ROOTS.get(to), changed), from + " to " + to);
                }
                assertFalse(Proofs.isConsistent(from, flipped(ROOTS.get(from), 200), to, ROOTS.get(to), path));
                // Whatever the larger head is, it grew from nothing.
                assertEquals(from == 0 && to > 0,
                        Proofs.isConsistent(from, ROOTS.get(from), to, flipped(ROOTS.get(to), 9), path));
            }
        }
    }

    @Test
    void aForkedTreeIsNotConsistentWithItsOrigin() {
        // Given: the same twenty leaves, then others
        List<Hash> forked = new ArrayList<>(LEAVES.subList(0, 20));
        IntStream.range(0, 30).mapToObj(i -> Hash.leaf("other " + i)).forEach(forked::add);
        // When
        List<Hash> path = Tree.consistency(33, forked);
        // Then
        assertTrue(Proofs.isConsistent(33, Tree.root(forked.subList(0, 33)), 50, Tree.root(forked), path));
        assertFalse(Proofs.isConsistent(33, ROOTS.get(33), 50, Tree.root(forked), path));
    }

    @Test
    void aProofIsForItsSizesOnly() {
        for (int to = 2; to <= 33; to++) {
            for (int from = 1; from < to; from++) {
                List<Hash> path = Tree.consistency(from, LEAVES.subList(0, to));
                assertFalse(Proofs.isConsistent(from - 1, ROOTS.get(from), to, ROOTS.get(to), path), from + " to " + to);
                assertFalse(Proofs.isConsistent(to, ROOTS.get(to), from, ROOTS.get(from), path), to + " to " + from);
                assertFalse(Proofs.isConsistent(-from, ROOTS.get(from), to, ROOTS.get(to), path), -from + " to " + to);
            }
        }
    }

    /** One bit flipped in each step, each step left out, one added at either end, neighbours swapped. */
    private static List<List<Hash>> changes(List<Hash> path) {
        List<List<Hash>> changes = new ArrayList<>();
        for (int step = 0; step < path.size(); step++) {
            for (int bit = 0; bit < 256; bit += 85) {
                List<Hash> bitFlipped = new ArrayList<>(path);
                bitFlipped.set(step, flipped(path.get(step), bit));
                changes.add(bitFlipped);
            }
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(step);
            changes.add(shorter);
        }
        for (int place : new int[] { 0, path.size() }) {
            List<Hash> longer = new ArrayList<>(path);
            longer.add(place, Hash.leaf("one more"));
            changes.add(longer);
        }
        if (path.size() > 1) {
            List<Hash> swapped = new ArrayList<>(path.subList(1, path.size()));
            swapped.add(path.getFirst());
            changes.add(swapped);
        }
        return changes;
    }

    private static Hash flipped(Hash hash, int bit) {
        byte[] bytes = hash.bytes();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return Hash.of(bytes);
    }

    private static Hash head(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int half = 1;
        while (half * 2 < leaves.size()) {
            half *= 2;
        }
        return Hash.of(head(leaves.subList(0, half)), head(leaves.subList(half, leaves.size())));
    }
}
