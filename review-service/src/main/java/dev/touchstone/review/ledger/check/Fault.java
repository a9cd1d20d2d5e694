package dev.touchstone.review.ledger.check;

/**
 * What a check found. Each is a case of its own, so that whoever shows or counts them has to know all of them; {@link Said}
 * has the words.
 */
public sealed interface Fault {

    /** Of one entry, or of a gap that begins where one should be. */
    sealed interface OfEntry extends Fault {

        long index();
    }

    /** Of what is said of the whole: the checkpoint, its signature, its history. */
    sealed interface OfLog extends Fault {
    }

    /** The text is not the one that was hashed, or the hash is not the one that the next entry was chained to. */
    record Changed(long index) implements OfEntry {
    }

    /** Nothing stands where these entries belong. */
    record Removed(long index, long count) implements OfEntry {
    }

    /**
     * An entry of the submission that belongs before this one is not here.
     *
     * @param leafHash of the one that is missing
     */
    record LeftOut(long index, String leafHash) implements OfEntry {
    }

    /** An entry that belongs elsewhere stands here. */
    record Moved(long index, long belongsAt) implements OfEntry {
    }

    /** There is an entry twice. */
    record Repeated(long index) implements OfEntry {
    }

    /** It is of another submission than the export. */
    record Foreign(long index) implements OfEntry {
    }

    /** It stands outside of what the export or its checkpoint spans. */
    record Beyond(long index, long end) implements OfEntry {
    }

    /** Nothing is here from this index on up to an end that is known. */
    record Truncated(long index, long end) implements OfEntry {
    }

    /** Its proof leads to another tree than the checkpoint's. */
    record NotIncluded(long index) implements OfEntry {
    }

    /** What stands as its proof, if anything, cannot be one for this place in a tree of this size. */
    record BadProof(long index) implements OfEntry {
    }

    /**
     * It lacks what an entry has, or has it in another form.
     *
     * @param index its place in the file, from 0, where it names none itself
     */
    record Malformed(long index, String why) implements OfEntry {
    }

    /** The entries make another tree than the checkpoint's. */
    record RootDiffers(long size) implements OfLog {
    }

    /** Two checkpoints that one log cannot have given: histories differ. */
    record CheckpointForked(long size, long keptSize) implements OfLog {
    }

    /** Nothing here proves that the log grew out of a checkpoint that was kept. */
    record NotReconciled(long size, long keptSize) implements OfLog {
    }

    /** The checkpoint that was kept is of another log. */
    record OtherLog(String origin, String keptOrigin) implements OfLog {
    }

    /** The checkpoint is not one. */
    record MalformedCheckpoint(String why) implements OfLog {
    }

    /** A signature in the name of a trusted key is not by that key. */
    record BadSignature(String key) implements OfLog {
    }

    /** Nobody who is trusted has signed. */
    record UnknownKey(String keys) implements OfLog {
    }
}
