package dev.touchstone.review.ledger.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.touchstone.review.ledger.note.Checkpoint;
import dev.touchstone.review.ledger.note.MalformedNote;
import dev.touchstone.review.ledger.note.Note;
import dev.touchstone.review.ledger.note.NoteKey;
import dev.touchstone.review.ledger.note.NoteSignature;
import dev.touchstone.review.ledger.note.Notes;
import dev.touchstone.review.ledger.note.Notes.Verification;

/**
 * A checkpoint with those who signed it.
 *
 * @param by the trusted ones; none where a fault says why
 */
record Signed(Checkpoint checkpoint, List<NoteKey> by) {

    Signed {
        by = List.copyOf(by);
    }

    /** Empty where the text is no checkpoint. One that nobody trusted has signed is still looked at: it may be wrong, too. */
    static Optional<Signed> read(String text, List<NoteKey> keys, Found found) {
        try {
            Note note = Note.parse(text);
            return Optional.of(new Signed(Checkpoint.parse(note.text()), signers(note, keys, found)));
        } catch (MalformedNote malformed) {
            found.add(new Fault.MalformedCheckpoint(String.valueOf(malformed.getMessage())));
            return Optional.empty();
        }
    }

    private static List<NoteKey> signers(Note note, List<NoteKey> keys, Found found) {
        return switch (Notes.verify(note, keys)) {
            case Verification.Verified(List<NoteKey> by) -> by;
            case Verification.Unknown ignored -> none(found, new Fault.UnknownKey(note.signatures().stream()
                    .map(NoteSignature::name).distinct().collect(Collectors.joining(", "))));
            case Verification.Forged(NoteKey key) -> none(found, new Fault.BadSignature(key.name()));
        };
    }

    private static List<NoteKey> none(Found found, Fault fault) {
        found.add(fault);
        return List.of();
    }
}
