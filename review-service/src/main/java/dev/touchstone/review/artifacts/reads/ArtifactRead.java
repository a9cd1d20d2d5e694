package dev.touchstone.review.artifacts.reads;

import java.time.Instant;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * That somebody was given a file, or what is in it.
 *
 * @param reader name of the person or the key
 */
@RegisterForReflection
public record ArtifactRead(Instant at, String reader, String organizationId, String digest, String name, Way way) {
}
