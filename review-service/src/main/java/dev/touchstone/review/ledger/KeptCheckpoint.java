package dev.touchstone.review.ledger;

import java.time.Instant;

import dev.touchstone.review.ledger.note.Checkpoint;
import dev.touchstone.review.ledger.note.NoteKey;

/**
 * A head of the ledger as it was signed.
 *
 * @param note the signed note, whose text is that of the checkpoint
 * @param key by which the note is checked
 */
public record KeptCheckpoint(Checkpoint checkpoint, String note, NoteKey key, Instant signedAt) {
}
