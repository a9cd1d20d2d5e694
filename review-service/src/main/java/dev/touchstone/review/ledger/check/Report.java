package dev.touchstone.review.ledger.check;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.ledger.note.Checkpoint;

/**
 * What a check came to.
 *
 * @param faults of the log first, then by entry; as many as were asked for
 * @param found how many there are
 */
public record Report(List<Fault> faults, long found, List<Caution> cautions, Checked checked) {

    public Report {
        faults = List.copyOf(faults);
        cautions = List.copyOf(cautions);
    }

    public boolean isValid() {
        return found == 0;
    }

    /**
     * What was looked at.
     *
     * @param entries how many the file has
     * @param checkpoint null where the file has none that can be read
     * @param signedBy names of the keys that signed it and are trusted
     */
    public record Checked(Export.Scope scope, long entries, @Nullable Checkpoint checkpoint, List<String> signedBy) {

        public Checked {
            signedBy = List.copyOf(signedBy);
        }
    }
}
