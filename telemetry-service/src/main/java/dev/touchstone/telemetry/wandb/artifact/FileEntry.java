package dev.touchstone.telemetry.wandb.artifact;

import dev.touchstone.telemetry.wandb.Content;

/**
 * A file of an artifact.
 *
 * @param path in the artifact, as {@code reports/security.json}
 */
public record FileEntry(String path, Content content) implements Entry {

    /** 5 TiB, as the storages behind W&amp;B have it. */
    private static final long LARGEST = 5L << 40;

    /**
     * @throws IllegalArgumentException if the path is absolute, leads out of the artifact or is not printable, or if the
     *         file is larger than 5 TiB
     */
    public FileEntry {
        Names.requirePath(path);
        Names.require(content.size() <= LARGEST, "A file of an artifact has 5 TiB at most");
    }
}
