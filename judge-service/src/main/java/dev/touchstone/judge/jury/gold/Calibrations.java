package dev.touchstone.judge.jury.gold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.touchstone.events.codec.EventJson;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** The calibrations of this deployment. Rows are only ever added. For virtual threads. */
@ApplicationScoped
class Calibrations {

    static final String GONE = "The service that ran it was gone before it ended. What models have said comes from the cache"
            + " where it can, if it is asked for again.";
    private static final int MOST_LISTED = 100;

    private static final String BEGIN = """
            insert into calibration (id, wish, started_by, started_at) values ($1, $2, $3, $4)""";

    private static final String END = """
            insert into calibration_end (id, state, reason, result, ended_at) values ($1, $2, $3, $4, $5)
            on conflict do nothing""";

    private static final String END_ABANDONED = """
            insert into calibration_end (id, state, reason, ended_at) select id, 'failed', $1, $2 from calibration c
            where not exists (select from calibration_end e where e.id = c.id)""";

    private static final String HEAD = "select c.id, c.wish, c.started_by, c.started_at, e.state, e.reason, e.ended_at, "
            + CalibrationLock.IS_HELD + " as held, ";
    private static final String FROM = " from calibration c left join calibration_end e on e.id = c.id ";
    private static final String ALL = HEAD + "null::text as result" + FROM + "order by c.started_at desc, c.id limit $1";
    private static final String ONE = HEAD + "e.result" + FROM + "where c.id = $1";

    private final Pool pool;
    private final Clock clock;

    Calibrations(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Optional<CalibrationLock> tryLock() {
        return CalibrationLock.tryAcquire(pool);
    }

    /** Stores that one begins. The caller holds the lock, so that all others that have not ended never will. */
    Calibration begin(CalibrationWish wish, String by) {
        UUID id = UUID.randomUUID();
        execute(END_ABANDONED, Tuple.of(GONE, now()));
        execute(BEGIN, Tuple.of(id, json(wish), by, now()));
        return one(id).orElseThrow();
    }

    void complete(UUID id, Calibrated result) {
        execute(END, Tuple.of(id, Calibration.State.COMPLETED.key(), null, json(result), now()));
    }

    void fail(UUID id, String reason) {
        execute(END, Tuple.of(id, Calibration.State.FAILED.key(), reason, null, now()));
    }

    /** The latest, without their results. */
    List<Calibration> latest() {
        return StreamSupport.stream(pool.preparedQuery(ALL).execute(Tuple.of(MOST_LISTED)).await().indefinitely()
                .spliterator(), false).map(Calibrations::calibration).toList();
    }

    Optional<Calibration> one(UUID id) {
        return StreamSupport.stream(pool.preparedQuery(ONE).execute(Tuple.of(id)).await().indefinitely().spliterator(), false)
                .map(Calibrations::calibration).findFirst();
    }

    private static Calibration calibration(Row row) {
        Calibration.State state = state(row.getString("state"), row.getBoolean("held"));
        boolean gone = state == Calibration.State.FAILED && row.getString("state") == null;
        OffsetDateTime ended = row.getOffsetDateTime("ended_at");
        return new Calibration(row.getUUID("id"), state, read(row.getString("wish"), CalibrationWish.class),
                row.getString("started_by"), row.getOffsetDateTime("started_at").toInstant(),
                ended == null ? null : ended.toInstant(), gone ? GONE : row.getString("reason"),
                row.getString("result") == null ? null : read(row.getString("result"), Calibrated.class));
    }

    private static Calibration.State state(@Nullable String ended, boolean held) {
        if (ended == null) {
            return held ? Calibration.State.RUNNING : Calibration.State.FAILED;
        }
        return ended.equals(Calibration.State.COMPLETED.key()) ? Calibration.State.COMPLETED : Calibration.State.FAILED;
    }

    private void execute(String sql, Tuple values) {
        pool.preparedQuery(sql).execute(values).await().indefinitely();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String json(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Calibrations are made of records that Jackson can write", impossible);
        }
    }

    private static <T> T read(String json, Class<T> as) {
        try {
            return EventJson.mapper().readValue(json, as);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
