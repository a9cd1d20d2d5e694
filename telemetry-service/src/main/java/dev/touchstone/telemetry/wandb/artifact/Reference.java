package dev.touchstone.telemetry.wandb.artifact;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * Something that is kept elsewhere and only pointed at.
 *
 * @param path in the artifact
 * @param uri where it is; a file of another artifact is {@code wandb-artifact://<hex of its id>/<path>}
 * @param digest what tells it from another version of itself: an ETag, a checksum, or the address where there is neither
 * @param size in bytes; null where that is not known
 */
public record Reference(String path, URI uri, String digest, @Nullable Long size) implements Entry {

    /**
     * @throws IllegalArgumentException if the path is absolute, leads out of the artifact or is not printable, if the
     *         address is relative, or the digest empty or more than one line
     */
    public Reference {
        Names.requirePath(path);
        Names.require(uri.isAbsolute(), "The address of a reference is absolute");
        // The manifest's digest is made of lines.
        Names.require(!digest.isEmpty() && digest.chars().noneMatch(Character::isISOControl), "A digest is one line");
    }
}
