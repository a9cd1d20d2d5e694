package dev.touchstone.review.ledger.check;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.ledger.note.Checkpoint;
import dev.touchstone.review.ledger.tree.Hash;
import dev.touchstone.review.ledger.tree.Proofs;
import dev.touchstone.review.ledger.tree.Tree;

/** Holds the proofs of a file against its checkpoint. */
final class Paths {

    private Paths() {
    }

    /** What is wrong with the proof that a leaf stands at its index; empty where it does. */
    static Optional<Fault> ofEntry(long index, Hash leaf, @Nullable List<String> proof, Checkpoint checkpoint) {
        if (index >= checkpoint.size()) {
            return Optional.of(new Fault.Beyond(index, checkpoint.size()));
        }
        Optional<List<Hash>> path = proof == null ? Optional.empty() : hashes(proof);
        if (path.isEmpty() || path.get().size() != Tree.inclusion(index, checkpoint.size()).size()) {
            return Optional.of(new Fault.BadProof(index));
        }
        return Proofs.includes(leaf, index, checkpoint.size(), path.get(), checkpoint.rootHash()) ? Optional.empty()
                : Optional.of(new Fault.NotIncluded(index));
    }

    /** Whether the proof leads from the earlier checkpoint to the later one. */
    static boolean leads(Checkpoint earlier, Checkpoint later, List<String> proof) {
        return hashes(proof).filter(path -> Proofs.isConsistent(earlier.size(), earlier.rootHash(), later.size(),
                later.rootHash(), path)).isPresent();
    }

    private static Optional<List<Hash>> hashes(List<String> texts) {
        try {
            return Optional.of(texts.stream().map(Hash::new).toList());
        } catch (IllegalArgumentException noHash) {
            return Optional.empty();
        }
    }
}
