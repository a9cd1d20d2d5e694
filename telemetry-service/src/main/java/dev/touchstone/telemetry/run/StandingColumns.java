package dev.touchstone.telemetry.run;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.telemetry.Standing;
import dev.touchstone.telemetry.Standing.Absence;
import dev.touchstone.telemetry.Standing.CatchingUp;
import dev.touchstone.telemetry.Standing.Lateness;
import dev.touchstone.telemetry.Standing.Offline;
import dev.touchstone.telemetry.Standing.Online;

/** A {@link Standing} in columns. */
@Embeddable
class StandingColumns {

    private static final String REACHABLE = "REACHABLE";

    @Enumerated(EnumType.STRING)
    @Nullable
    RunState state;
    @Nullable
    String cause;
    String reason = "";
    @Nullable
    Instant since;

    @Nullable
    Standing standing() {
        if (state == null) {
            return null;
        }
        Instant at = Objects.requireNonNull(since);
        String why = Objects.requireNonNull(cause);
        return switch (state) {
            case ONLINE -> new Online(reason, at);
            case CATCHING_UP -> new CatchingUp(Lateness.valueOf(why), reason, at);
            case OFFLINE -> new Offline(Absence.valueOf(why), reason, at);
        };
    }

    void take(@Nullable Standing standing) {
        switch (standing) {
            case null -> {
                // Nothing was tried yet: then there is nothing to forget either.
            }
            case Online online -> take(RunState.ONLINE, REACHABLE, online);
            case CatchingUp late -> take(RunState.CATCHING_UP, late.why().name(), late);
            case Offline offline -> take(RunState.OFFLINE, offline.why().name(), offline);
        }
    }

    private void take(RunState newState, String newCause, Standing standing) {
        state = newState;
        cause = newCause;
        reason = standing.reason();
        since = standing.since();
    }
}
