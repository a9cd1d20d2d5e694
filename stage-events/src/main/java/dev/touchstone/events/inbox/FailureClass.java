package dev.touchstone.events.inbox;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;

/** Failures are classed once, here: what passes with time is tried again, everything else is poison. */
enum FailureClass {

    TRANSIENT,
    POISON;

    /**
     * PostgreSQL's classes for: connection, transactions that met each other, resources, an object not in the needed state,
     * operator intervention, the machine, and its own faults; credentials that are being changed; and a server that a
     * failover has made read-only.
     */
    private static final Set<String> TRANSIENT_SQL = Set.of("08", "40", "53", "55", "57", "58", "XX", "28", "25006");

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
            case PgException sql -> sql.getSqlState() != null && TRANSIENT_SQL.stream().anyMatch(sql.getSqlState()::startsWith);
            case IOException ignored -> true;
            case TimeoutException ignored -> true;
            // Vert.x's own, as "Connection is not active now".
            case VertxException ignored -> true;
            // How its pool says that no connection became free in time.
            case NoStackTraceThrowable ignored -> true;
            default -> false;
        };
    }
}
