package dev.touchstone.judge.jury.gold;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A calibration, as it stands.
 *
 * @param reason why it failed; absent otherwise
 * @param result absent where it has not completed, and in lists
 * @param endedAt absent where it runs, and where whoever ran it was gone before it could say so
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Calibration(UUID id, State state, CalibrationWish wish, String startedBy, Instant startedAt,
        @Nullable Instant endedAt, @Nullable String reason, @Nullable Calibrated result) {

    /** Where it stands. */
    public enum State {
        RUNNING,
        COMPLETED,
        FAILED;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Calibration withoutResult() {
        return new Calibration(id, state, wish, startedBy, startedAt, endedAt, reason, null);
    }
}
