package dev.touchstone.telemetry.wandb;

import java.util.Optional;

/**
 * What a storage said to bytes that it took.
 *
 * @param etag its own name for them, as it stands in the header, quotes included
 */
public record Stored(Optional<String> etag) {
}
