package dev.touchstone.telemetry.wandb.artifact;

/**
 * A version of an artifact that W&amp;B has.
 *
 * @param id W&amp;B's own, opaque
 * @param digest of the manifest, hexadecimal
 * @param uploaded whether this call brought it; false where W&amp;B had the same content already
 */
public record LoggedArtifact(String id, String digest, boolean uploaded) {
}
