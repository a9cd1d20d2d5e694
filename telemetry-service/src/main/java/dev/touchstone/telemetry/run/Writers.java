package dev.touchstone.telemetry.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Which replicas live. What a dead one holds is free. Times are the database's, whose clock all share; and of a
 * transaction's beginning, so that a slow one errs towards waiting. Blocks: for virtual threads.
 */
@ApplicationScoped
public class Writers {

    private static final String RENEW = """
            insert into wandb_writer (owner, until) values ($1, now() + make_interval(secs => $2))
            on conflict (owner) do update set until = excluded.until""";

    /** The fence rises, so that what the dead one says after all counts for nothing; and its last words may be unheard. */
    private static final String FREE = """
            update wandb_run r set lease_owner = null, fence = fence + 1, unsure = storage_id is not null,
                due_at = coalesce(due_at, $1)
            where lease_owner is not null
                and not exists (select from wandb_writer w where w.owner = r.lease_owner and w.until >= now())""";

    private static final String GIVE_BACK = """
            update wandb_run set lease_owner = null, fence = fence + 1, unsure = storage_id is not null,
                due_at = coalesce(due_at, $2)
            where lease_owner = $1""";

    private static final String FORGET = "delete from wandb_writer where owner = $1 or until < now() - interval '1 hour'";

    private static final String OTHERS = "select exists(select from wandb_writer where owner <> $1 and until >= now())";

    private final Pool pool;
    private final Clock clock;

    Writers(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Says that the owner lives, for {@code span} from before this call. */
    public void renew(String owner, Duration span) {
        pool.preparedQuery(RENEW).execute(Tuple.of(owner, span.toMillis() / 1_000.0)).await().indefinitely();
    }

    /** Frees what the dead hold; returns how many runs that were. */
    public int freeTheDead() {
        return pool.preparedQuery(FREE).execute(Tuple.of(at(clock.instant()))).await().indefinitely().rowCount();
    }

    /** Gives back whatever this owner holds, and its name: whoever comes next need not wait. */
    public int resign(String owner) {
        int runs = pool.preparedQuery(GIVE_BACK).execute(Tuple.of(owner, at(clock.instant()))).await().indefinitely()
                .rowCount();
        pool.preparedQuery(FORGET).execute(Tuple.of(owner)).await().indefinitely();
        return runs;
    }

    /** Whether another replica would go on where this one stops. */
    public boolean others(String owner) {
        return pool.preparedQuery(OTHERS).execute(Tuple.of(owner)).await().indefinitely().iterator().next().getBoolean(0);
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
