package dev.touchstone.review.ledger.check;

/**
 * A fault or a caution in words.
 *
 * @param kind stable, for programs
 * @param detail one sentence, for people
 */
public record Said(String kind, String detail) {

    public static Said of(Fault fault) {
        return switch (fault) {
            case Fault.OfEntry entry -> of(entry);
            case Fault.OfLog log -> of(log);
        };
    }

    private static Said of(Fault.OfEntry fault) {
        return switch (fault) {
            case Fault.Changed changed -> new Said("changed", "the text of entry %d is not the one that was recorded"
                    .formatted(changed.index()));
            case Fault.Removed(long index, long count) -> new Said("removed",
                    count == 1 ? "entry %d is missing".formatted(index)
                            : "entries %d to %d are missing".formatted(index, index + count - 1));
            case Fault.LeftOut(long index, String leafHash) -> new Said("left_out",
                    "at entry %d an entry of the submission is missing, the one with leaf hash %s".formatted(index, leafHash));
            case Fault.Moved(long index, long belongsAt) -> new Said("moved",
                    "in the place of entry %d stands the one that belongs at %d".formatted(index, belongsAt));
            case Fault.Repeated repeated -> new Said("repeated", "entry %d stands here more than once"
                    .formatted(repeated.index()));
            case Fault.Foreign foreign -> new Said("foreign", "entry %d is of another submission".formatted(foreign.index()));
            case Fault.Beyond(long index, long end) -> new Said("beyond",
                    "entry %d stands outside of what is vouched for, which ends before %d".formatted(index, end));
            case Fault.Truncated(long index, long end) -> new Said("truncated",
                    "from entry %d on nothing is here, though there is something up to %d".formatted(index, end - 1));
            case Fault.NotIncluded missing -> new Said("not_included",
                    "entry %d is not in the log of the checkpoint: its proof leads elsewhere".formatted(missing.index()));
            case Fault.BadProof bad -> new Said("bad_proof",
                    "entry %d has no proof that could be one for its place".formatted(bad.index()));
            case Fault.Malformed(long index, String why) -> new Said("malformed",
                    "entry %d cannot be read: %s".formatted(index, why));
        };
    }

    private static Said of(Fault.OfLog fault) {
        return switch (fault) {
            case Fault.RootDiffers(long size) -> new Said("root_differs",
                    "the %d entries make another tree than the checkpoint's".formatted(size));
            case Fault.CheckpointForked(long size, long kept) -> new Said("checkpoint_forked",
                    "the checkpoint of size %d and the one of size %d that was kept cannot be of one history".formatted(size,
                            kept));
            case Fault.NotReconciled(long size, long kept) -> new Said("not_reconciled",
                    "nothing proves that the log of size %d grew out of the one of size %d that was kept; export it with since=%d"
                            .formatted(size, kept, kept));
            case Fault.OtherLog(String origin, String kept) -> new Said("other_log",
                    "the checkpoint is of the log \"%s\", the one that was kept of \"%s\"".formatted(origin, kept));
            case Fault.MalformedCheckpoint(String why) -> new Said("malformed_checkpoint",
                    "the checkpoint cannot be read: " + why);
            case Fault.BadSignature(String key) -> new Said("bad_signature",
                    "what stands as the signature of the trusted key \"%s\" is not by it".formatted(key));
            case Fault.UnknownKey(String keys) -> new Said("unknown_key",
                    "no trusted key has signed the checkpoint; those that did are named \"%s\"".formatted(keys));
        };
    }

    public static Said of(Caution caution) {
        return switch (caution) {
            case Caution.DevelopmentKey(String key) -> new Said("development_key",
                    "signed with the development key \"%s\", which everybody has: the signature proves nothing".formatted(key));
            case Caution.KeyOfTheFile(String key) -> new Said("key_of_the_file",
                    "no key was given, so the key \"%s\" in the file was trusted: whoever made the file chose it"
                            .formatted(key));
            case Caution.TailOpen(long index) -> new Said("tail_open", index < 0
                    ? "the file alone cannot show that the submission has no entries"
                    : "the file alone cannot show that the submission has no entry after %d".formatted(index));
            case Caution.PartOnly(long from, long to, long size) -> new Said("part_only",
                    "looked at the entries from %d up to %d of the log's %d".formatted(from, to - 1, size));
        };
    }
}
