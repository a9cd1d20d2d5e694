package dev.touchstone.review.ledger.check;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.ledger.check.Export.Growth;
import dev.touchstone.review.ledger.note.Checkpoint;
import dev.touchstone.review.ledger.tree.Hash;
import dev.touchstone.review.ledger.tree.Tree;

/**
 * Holds a checkpoint against one that was kept. A log that shows different histories to different people is found by this
 * and by nothing else.
 *
 * @param growth null where the file has no proof
 * @param leaves the log from its first entry on, as far as the file has it without a gap
 */
record History(Checkpoint shown, @Nullable Growth growth, List<Hash> leaves) {

    Optional<Fault> against(Checkpoint kept) {
        if (!kept.origin().equals(shown.origin())) {
            return Optional.of(new Fault.OtherLog(shown.origin(), kept.origin()));
        }
        if (kept.size() > shown.size()) {
            return Optional.of(new Fault.Truncated(shown.size(), kept.size()));
        }
        if (kept.size() == shown.size()) {
            return forkedUnless(kept.rootHash().equals(shown.rootHash()), kept);
        }
        if (kept.size() <= leaves.size()) {
            return forkedUnless(Tree.root(leaves.subList(0, Math.toIntExact(kept.size()))).equals(kept.rootHash()), kept);
        }
        return growth == null || growth.from() != kept.size()
                ? Optional.of(new Fault.NotReconciled(shown.size(), kept.size()))
                : forkedUnless(Paths.leads(kept, shown, growth.proof()), kept);
    }

    private Optional<Fault> forkedUnless(boolean same, Checkpoint kept) {
        return same ? Optional.empty() : Optional.of(new Fault.CheckpointForked(shown.size(), kept.size()));
    }
}
