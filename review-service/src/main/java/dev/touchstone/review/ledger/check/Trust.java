package dev.touchstone.review.ledger.check;

import java.util.List;

import dev.touchstone.review.ledger.note.NoteKey;
import dev.touchstone.review.ledger.tree.Hash;

/**
 * What the reader brings along and believes; the file has no say in it.
 *
 * @param keys none where the reader has none: then the one that the file names is taken, with a caution
 * @param checkpoints signed notes that were kept from earlier
 * @param heads entries that were told of elsewhere, as in a row of a W&amp;B run
 */
public record Trust(List<NoteKey> keys, List<String> checkpoints, List<KeptHead> heads) {

    public Trust {
        keys = List.copyOf(keys);
        checkpoints = List.copyOf(checkpoints);
        heads = List.copyOf(heads);
    }

    /** An entry that must be in the log. */
    public record KeptHead(long index, Hash leafHash) {
    }
}
