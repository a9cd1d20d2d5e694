package dev.touchstone.judge.jury.gold;

import java.util.Optional;

import org.jboss.logging.Logger;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Held by whoever calibrates. It belongs to a connection, so that it is free at the very moment when the process that holds it
 * dies, in whatever way, and no other replica can hold it at the same time.
 */
final class CalibrationLock {

    /** Whether anybody holds it: a two-number advisory lock of this database, as {@code pg_locks} shows it. */
    static final String IS_HELD = """
            exists (select from pg_locks where locktype = 'advisory' and classid = 7410 and objid = 1 and objsubid = 2 and granted
                    and database = (select oid from pg_database where datname = current_database()))""";

    private static final Logger LOG = Logger.getLogger(CalibrationLock.class);

    private final SqlConnection connection;

    private CalibrationLock(SqlConnection connection) {
        this.connection = connection;
    }

    /** Empty where somebody else holds it. */
    static Optional<CalibrationLock> tryAcquire(Pool pool) {
        SqlConnection connection = pool.getConnection().await().indefinitely();
        boolean held = false;
        try {
            held = connection.query("select pg_try_advisory_lock(7410, 1)").execute().await().indefinitely().iterator()
                    .next().getBoolean(0);
            return held ? Optional.of(new CalibrationLock(connection)) : Optional.empty();
        } finally {
            if (!held) {
                connection.close().await().indefinitely();
            }
        }
    }

    void release() {
        try {
            connection.query("select pg_advisory_unlock(7410, 1)").execute().await().indefinitely();
        } catch (RuntimeException broken) {
            // With its connection the lock is gone as well.
            LOG.debugf("calibration lock went with its connection: %s", broken.toString());
        } finally {
            connection.close().onFailure().recoverWithNull().await().indefinitely();
        }
    }
}
