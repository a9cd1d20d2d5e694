package dev.touchstone.review.ledger.note;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks who signed a note. */
public final class Notes {

    private Notes() {
    }

    /**
     * What the reader's own keys say of a note. Three cases, because a forged line is worse than a missing one: it shows that
     * somebody tried, and spoils the note whoever else signed it.
     */
    public sealed interface Verification {

        /** @param by those of the keys that signed it; at least one */
        record Verified(List<NoteKey> by) implements Verification {

            public Verified {
                by = List.copyOf(by);
            }
        }

        /** No line is of a key that the reader knows. */
        record Unknown() implements Verification {
        }

        /** A line bears the name and the hash of a known key, and is not its signature of this text. */
        record Forged(NoteKey key) implements Verification {
        }
    }

    /** Lines of unknown keys are passed by; of several lines that name one key the first counts. */
    public static Verification verify(Note note, Collection<NoteKey> keys) {
        Set<NoteKey> signers = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        for (NoteSignature signature : note.signatures()) {
            Optional<NoteKey> known = keys.stream().filter(key -> key.isNamedBy(signature)).findFirst();
            if (known.isPresent() && seen.add(signature.name() + " " + signature.hash())) {
                if (!known.get().signed(note.text(), signature)) {
                    return new Verification.Forged(known.get());
                }
                signers.add(known.get());
            }
        }
        return signers.isEmpty() ? new Verification.Unknown() : new Verification.Verified(List.copyOf(signers));
    }
}
