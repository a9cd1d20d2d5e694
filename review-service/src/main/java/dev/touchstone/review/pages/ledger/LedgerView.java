package dev.touchstone.review.pages.ledger;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Stage;
import dev.touchstone.review.Shown;
import dev.touchstone.review.ledger.audit.UploadStatus;
import dev.touchstone.review.pages.Digest;
import dev.touchstone.review.pages.Moment;

/**
 * The ledger's entries of a review as their page shows them.
 *
 * @param entries the newest first
 * @param resends whether the reader may have entries told again
 */
record LedgerView(Proof proof, List<Line> entries, Turn turn, boolean resends) {

    /** What this server found when the page was made. */
    enum Status {
        HOLDS,
        FAULTS,
        UNCHECKED
    }

    /**
     * How the entries stand to the signed head.
     *
     * @param faults in the words of the check
     */
    record Proof(Status status, Head head, List<Fault> faults) {
    }

    record Head(String size, Digest root, Shown key, boolean development, String signedAt) {
    }

    record Fault(Shown kind, Shown detail) {
    }

    /** @param status of this entry alone */
    record Line(long index, Said said, Sealed sealed, Kept kept, Status status) {
    }

    /**
     * What is kept of it elsewhere.
     *
     * @param upload null where the operator has named no audit endpoint
     */
    record Kept(List<File> files, @Nullable Upload upload) {
    }

    /** @param at of the last try; empty before the first */
    record Upload(UploadStatus.State state, String at, Shown reason) {
    }

    /** @param stage null where the entry is of a stage that this version does not know */
    record Said(Shown event, @Nullable Stage stage, int attempt, Shown actor) {
    }

    record Sealed(Moment at, Digest digest, Shown text) {
    }

    record File(Shown name, String href, Digest digest) {
    }

    /**
     * Which of all entries are on the page.
     *
     * @param newer null on the first page
     * @param older null on the last page
     */
    record Turn(int first, int last, int of, @Nullable String newer, @Nullable String older) {
    }
}
