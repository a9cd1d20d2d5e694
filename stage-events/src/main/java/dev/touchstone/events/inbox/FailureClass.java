package dev.touchstone.events.inbox;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;

/** Failures are classed once, here: what passes with time is tried again, everything else is poison. */
enum FailureClass {

    TRANSIENT,
    POISON;

    /** PostgreSQL's classes for: connection, resources, operator intervention, and transactions that met each other. */
    private static final Set<String> TRANSIENT_SQL_CLASSES = Set.of("08", "53", "57", "40");

    static FailureClass of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isTransient(cause)) {
                return TRANSIENT;
            }
        }
        return POISON;
    }

    private static boolean isTransient(Throwable failure) {
        return switch (failure) {
            case PgException sql ->
                sql.getSqlState() != null && TRANSIENT_SQL_CLASSES.contains(sql.getSqlState().substring(0, 2));
            case IOException ignored -> true;
            case TimeoutException ignored -> true;
            // Vert.x's own, as "Connection is not active now" and pool exhaustion.
            case VertxException ignored -> true;
            default -> false;
        };
    }
}
