package dev.touchstone.telemetry.run;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.jobs.Blocking;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Runs for which nothing is due but a sign of life, many at a time: reviews wait for days, and a database that wrote a few
 * rows for each of ten thousand of them twice a minute would do little else. Blocks: for virtual threads.
 */
@ApplicationScoped
public class IdleRuns {

    private static final String CLAIM = """
            update wandb_run set lease_owner = $1, fence = fence + 1
            where submission_id in (select submission_id from wandb_run
                    where beat_at <= $2 and due_at is null and lease_owner is null
                    order by beat_at limit $3 for update skip locked)
            returning submission_id, fence, wandb_entity, wandb_project, coalesce(alias, run_id), stopped""";

    private static final String ALIVE = """
            update wandb_run set lease_owner = null, last_request_at = $3, last_success_at = $3, beat_at = $4
            where lease_owner = $1 and submission_id = any($2)""";

    private static final String GIVE_BACK = """
            update wandb_run set lease_owner = null where lease_owner = $1 and submission_id = any($2)""";

    private static final String LOAD = "from RunRecord r where r.submissionId = :submission and r.sender.fence = :fence";

    private final Pool pool;

    IdleRuns(Pool pool) {
        this.pool = pool;
    }

    /**
     * A run that needs a sign of life, and nothing else yet.
     *
     * @param fence of this claim
     * @param stopped whether it is known that somebody pressed stop on its page
     */
    public record IdleRun(UUID submissionId, long fence, String entity, String project, String wandbId, boolean stopped) {
    }

    /** Claims those that need a sign of life before {@code time}. */
    public List<IdleRun> claim(String owner, Instant time, int atMost) {
        List<IdleRun> claimed = new ArrayList<>();
        for (Row row : pool.preparedQuery(CLAIM).execute(Tuple.of(owner, at(time), atMost)).await().indefinitely()) {
            claimed.add(new IdleRun(row.getUUID(0), row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
                    row.getBoolean(5)));
        }
        return claimed;
    }

    /** Gives back those that W&amp;B has heard of, all at once. */
    public void alive(String owner, List<IdleRun> runs, Instant now, Duration beat) {
        pool.preparedQuery(ALIVE).execute(Tuple.of(owner, ids(runs), at(now), at(now.plus(beat)))).await().indefinitely();
    }

    /** Gives back those of which nobody knows whether W&amp;B has heard of them; they are as due as before. */
    public void giveBack(String owner, List<IdleRun> runs) {
        pool.preparedQuery(GIVE_BACK).execute(Tuple.of(owner, ids(runs))).await().indefinitely();
    }

    private static UUID[] ids(List<IdleRun> runs) {
        return runs.stream().map(IdleRun::submissionId).toArray(UUID[]::new);
    }

    /** One of them with all that is recorded of it, or empty where another holds it by now. */
    public Optional<ClaimedRun> load(IdleRun run) {
        return Blocking.inTransaction(() -> Panache.getSession().flatMap(session -> session
                .createSelectionQuery(LOAD, RunRecord.class).setParameter("submission", run.submissionId())
                .setParameter("fence", run.fence()).getSingleResultOrNull()).flatMap(IdleRuns::claimed));
    }

    private static Uni<Optional<ClaimedRun>> claimed(@Nullable RunRecord found) {
        return Uni.createFrom().item(Optional.ofNullable(found).map(Runs::claimed));
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
