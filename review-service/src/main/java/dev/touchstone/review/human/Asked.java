package dev.touchstone.review.human;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.Shown;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a person was asked, and what came of it, as far as events tell.
 *
 * @param state {@code open}, {@code decided} or {@code withdrawn}
 * @param decision null unless decided, as {@code decidedBy}
 * @param decidedBy as it may be shown and stored: an event may name somebody with a NUL, which PostgreSQL does not store
 */
@RegisterForReflection
public record Asked(UUID workflowRunId, int attempt, Instant requestedAt, String state, @Nullable String decision,
        @Nullable String decidedBy) {

    private static final String OPEN = "open";
    private static final String DECIDED = "decided";
    private static final String WITHDRAWN = "withdrawn";

    public Asked {
        decidedBy = decidedBy == null ? null : Shown.of(decidedBy).text();
    }

    static Asked open(UUID workflowRunId, int attempt, Instant requestedAt) {
        return new Asked(workflowRunId, attempt, requestedAt.truncatedTo(ChronoUnit.MICROS), OPEN, null, null);
    }

    static Asked of(EscalationRow row) {
        return new Asked(row.id.workflowRunId(), row.id.attempt(), row.requestedAt.truncatedTo(ChronoUnit.MICROS), row.state,
                row.decision, row.decidedBy);
    }

    Asked withdrawn() {
        return isOpen() ? new Asked(workflowRunId, attempt, requestedAt, WITHDRAWN, null, null) : this;
    }

    Asked decided(String newDecision, String by) {
        return new Asked(workflowRunId, attempt, requestedAt, DECIDED, newDecision, by);
    }

    boolean isOpen() {
        return state.equals(OPEN);
    }

    public boolean isWithdrawn() {
        return state.equals(WITHDRAWN);
    }
}
