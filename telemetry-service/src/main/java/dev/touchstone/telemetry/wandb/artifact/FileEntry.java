package dev.touchstone.telemetry.wandb.artifact;

import dev.touchstone.telemetry.wandb.Content;

/**
 * A file of an artifact.
 *
 * @param path in the artifact, as {@code reports/security.json}
 */
public record FileEntry(String path, Content content) implements Entry {

    /**
     * @throws IllegalArgumentException if the path is absolute, leads out of the artifact or is not printable
     */
    public FileEntry {
        Names.requirePath(path);
    }
}
