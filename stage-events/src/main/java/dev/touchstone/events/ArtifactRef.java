package dev.touchstone.events;

import java.net.URI;
import java.util.regex.Pattern;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A file that a stage made, named by what it contains.
 *
 * @param name for people, as {@code security_report.jsonl}
 * @param mediaType of the content
 * @param size in bytes
 * @param digest {@code sha256:} and 64 lower-case hexadecimal digits
 * @param url where the service that made it serves it
 */
@RegisterForReflection
public record ArtifactRef(String name, String mediaType, long size, String digest, URI url) {

    /** The only form of a digest. */
    public static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    /**
     * @throws IllegalArgumentException if the digest has another form
     */
    public ArtifactRef {
        if (!DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException("A digest is sha256: and 64 lower-case hexadecimal digits");
        }
    }
}
