package dev.touchstone.review.ledger.audit;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What became of telling the audit endpoint of an entry.
 *
 * @param attempts since it was last asked for
 * @param deliveredAt when the endpoint last took it; stays while the entry is sent again
 * @param reason why it was not taken at the last try; in words of ours, never the endpoint's
 */
@RegisterForReflection
public record UploadStatus(State state, int attempts, @Nullable Instant lastTriedAt, @Nullable Instant deliveredAt,
        @Nullable String reason) {

    static final UploadStatus UNTRIED = new UploadStatus(State.WAITING, 0, null, null, null);

    /** Where it stands. */
    public enum State {

        /** Not tried yet: entries before it come first. */
        WAITING,
        /** Not taken at the last try; it is tried again until it is. */
        FAILED,
        DELIVERED;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }
}
