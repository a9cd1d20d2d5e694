package dev.touchstone.telemetry.evidence;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How something that an event brought stands, for operators and for the review's pages.
 *
 * @param state {@code pending}, {@code logged} or {@code refused}
 * @param reason why it waits or was refused; empty otherwise
 * @param artifactId W&amp;B's; null until it is logged
 * @param digest W&amp;B's, of the manifest
 */
@RegisterForReflection
public record UploadView(@JsonUnwrapped Subject subject, String state, String reason, int tries, @Nullable Instant settledAt,
        @Nullable String artifactId, @Nullable String digest) {

    /**
     * What it is, and of which event.
     *
     * @param type of the artifact, or {@code alert}
     */
    @RegisterForReflection
    public record Subject(String type, String name, String stage, int attempt, UUID eventId) {
    }

    static UploadView of(UploadRow row) {
        return new UploadView(new Subject(row.type, row.name, row.stage, row.attempt, row.eventId),
                row.state.name().toLowerCase(Locale.ROOT), row.reason, row.tries, row.settledAt, row.artifactId,
                row.artifactDigest);
    }
}
