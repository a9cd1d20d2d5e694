package dev.touchstone.events.artifacts;

import java.time.Duration;

import io.quarkus.runtime.configuration.DurationConverter;

/**
 * How long artifacts of one name are kept.
 *
 * @param name as {@code security_transcript.jsonl}
 * @param span from when it was stored last; at least a day, so that no review loses what it still needs
 */
public record ArtifactKeep(String name, Duration span) {

    private static final Duration SHORTEST = Duration.ofDays(1);

    public ArtifactKeep {
        if (name.isBlank() || span.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("An artifact is kept for a day at least");
        }
    }

    /**
     * Reads {@code name:span}, the span as all of the configuration writes it ({@code 180D}).
     *
     * @throws IllegalArgumentException if it is written otherwise
     */
    public static ArtifactKeep parse(CharSequence written) {
        String[] parts = written.toString().strip().split(":", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("How long an artifact is kept is written as name:span, not " + written);
        }
        return new ArtifactKeep(parts[0].strip(), DurationConverter.parseDuration(parts[1].strip()));
    }
}
