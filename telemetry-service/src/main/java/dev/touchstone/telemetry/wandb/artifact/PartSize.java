package dev.touchstone.telemetry.wandb.artifact;

/**
 * How large files are taken apart for their upload.
 *
 * @param threshold in bytes; a file of at least that is uploaded in parts
 * @param usual in bytes, of a part
 * @param mostParts of one file; a larger file has larger parts
 */
public record PartSize(long threshold, long usual, int mostParts) {

    /** As the storages behind W&amp;B want it: 2 GiB, 100 MiB, 10,000. */
    public static final PartSize DEFAULT = new PartSize(2L << 30, 100L << 20, 10_000);

    /** Larger parts are multiples of a memory page. */
    private static final long STEP = 4_096;

    public PartSize {
        Names.require(threshold > 0 && usual > 0 && mostParts > 0, "Sizes and numbers of parts are positive");
    }

    boolean divides(long fileSize) {
        return fileSize >= threshold;
    }

    /** In bytes. */
    long of(long fileSize) {
        if (fileSize <= usual * mostParts) {
            return usual;
        }
        return Math.ceilDiv(Math.ceilDiv(fileSize, (long) mostParts), STEP) * STEP;
    }
}
