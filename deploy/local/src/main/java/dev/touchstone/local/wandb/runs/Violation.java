package dev.touchstone.local.wandb.runs;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A rule that was broken.
 *
 * @param what was seen, for people; it quotes the client
 */
public record Violation(Instant at, Rule rule, Place place, String what) {

    /**
     * Where.
     *
     * @param run as {@code entity/project/id}; empty where no run is known
     * @param file of the file stream or of an artifact, or the name of an operation
     * @param line null where it is not about one
     */
    public record Place(String run, String file, @Nullable Integer line) {
    }
}
