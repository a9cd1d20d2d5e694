package dev.touchstone.events.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.touchstone.events.DeliveryConfig;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.codec.Decoded;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.events.codec.StageEventCodec;
import dev.touchstone.events.outbox.Trace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** The job table. {@link #enqueue} and {@link #end} join the caller's transaction; the rest is for the workers. */
@ApplicationScoped
public class Jobs {

    private static final Logger LOG = Logger.getLogger(Jobs.class);

    private static final String ENQUEUE = """
            insert into job (id, job_key, submission_id, stage, request, traceparent, state, not_before, created_at)
            select :id, :key, :submission, :stage, :request, :traceparent, 'waiting', :now, :now
            where not exists (select from stopped_round where workflow_run_id = :round)
            on conflict (job_key) do nothing""";

    private static final String CLAIM = """
            update job set state = 'running', lease_owner = $1, lease_until = $3, fence = fence + 1, tries = tries + 1
            where id = (select id from job where state <> 'done' and not_before <= $2
                        and (lease_until is null or lease_until < $2)
                        order by not_before, created_at limit 1 for update skip locked)
            returning id, request, traceparent, tries, fence""";

    private static final String NEXT_DUE = """
            select min(greatest(not_before, coalesce(lease_until, not_before))) from job where state <> 'done'""";

    private static final String RENEW = """
            update job set lease_until = $3 where id = $1 and fence = $2 and state = 'running'""";

    private static final String RELEASE = """
            update job set state = 'waiting', lease_owner = null, lease_until = null, not_before = $3,
                   tries = case when $4 then tries else tries - 1 end
            where id = $1 and fence = $2 and state = 'running'""";

    private static final String HOLD = """
            update job set lease_until = lease_until where id = :id and fence = :fence and state = 'running'""";

    private static final String END = """
            update job set state = 'done', lease_owner = null, lease_until = null, ended_at = :now
            where id = :id and fence = :fence and state = 'running'""";

    private static final String SET_ASIDE = """
            update job set state = 'done', lease_owner = null, lease_until = null, ended_at = $2 where id = $1""";

    /** What the items were good for is in the artifacts now. */
    private static final String FORGET_ITEMS = "delete from job_checkpoint where job_id = :id";

    /** The client would take text for a JSON string, were it not told that it is text. */
    private static final String SAVE = """
            insert into job_checkpoint (job_id, item, result)
            select :id, key, value from json_each_text(cast(cast(:items as text) as json)) on conflict do nothing""";

    private static final String SAVED = "select item, result from job_checkpoint where job_id = $1 order by saved_at, item";

    private final Pool pool;
    private final Clock clock;
    private final DeliveryConfig config;

    Jobs(Pool pool, Clock clock, DeliveryConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.config = config;
    }

    /**
     * Makes the request a job, in the caller's transaction.
     *
     * @return false where this attempt was already asked for, or its round has been stopped
     */
    public Uni<Boolean> enqueue(StageEvent request) {
        Instant now = clock.instant();
        return Panache.getSession().flatMap(session -> session.createNativeQuery(ENQUEUE)
                .setParameter("id", UUID.randomUUID()).setParameter("key", key(request))
                .setParameter("round", request.review().workflowRunId())
                .setParameter("submission", request.submissionId()).setParameter("stage", request.stage().key())
                .setParameter("request", StageEventCodec.encode(request))
                .setParameter("traceparent", Trace.current().orElse(null)).setParameter("now", now).executeUpdate())
                .map(inserted -> inserted == 1);
    }

    /** One attempt of one stage in one round. */
    static String key(StageEvent request) {
        return String.join("/", request.submissionId().toString(), request.review().workflowRunId().toString(),
                request.stage().key(), Integer.toString(request.attempt()));
    }

    Optional<Job> claim(String worker) {
        Instant now = clock.instant();
        RowSet<Row> rows = pool.preparedQuery(CLAIM).execute(Tuple.of(worker, at(now), at(now.plus(config.lease()))))
                .await().indefinitely();
        return rows.size() == 0 ? Optional.empty() : job(rows.iterator().next());
    }

    /** When the next job could be claimed: a wait that ends, or a lease that would run out. */
    Optional<Instant> nextDue() {
        OffsetDateTime due = pool.query(NEXT_DUE).execute().await().indefinitely().iterator().next().getOffsetDateTime(0);
        return Optional.ofNullable(due).map(OffsetDateTime::toInstant);
    }

    private Optional<Job> job(Row row) {
        return switch (StageEventCodec.decode(row.getBuffer(1).getBytes())) {
            case Decoded.Understood(StageEvent request) ->
                Optional.of(new Job(row.getUUID(0), request, row.getString(2), row.getInteger(3), row.getLong(4)));
            case Decoded.Unreadable(String reason) -> setAside(row.getUUID(0), reason);
        };
    }

    /** A request that an older version stored and this one cannot read; claimed again it would only come round for ever. */
    private Optional<Job> setAside(UUID job, String reason) {
        pool.preparedQuery(SET_ASIDE).execute(Tuple.of(job, at(clock.instant()))).await().indefinitely();
        LOG.errorf("job %s set aside, its request is not readable: %s", job, reason);
        return Optional.empty();
    }

    /** False once another worker holds the job. */
    boolean renew(Job job) {
        return pool.preparedQuery(RENEW).execute(Tuple.of(job.id(), job.fence(), at(clock.instant().plus(config.lease()))))
                .await().indefinitely().rowCount() == 1;
    }

    /** Gives the job back, to be claimed again after a wait. A try that the worker did not spend is not counted. */
    void release(Job job, Duration wait, boolean spent) {
        pool.preparedQuery(RELEASE).execute(Tuple.of(job.id(), job.fence(), at(clock.instant().plus(wait)), spent))
                .await().indefinitely();
    }

    Map<String, String> saved(Job job) {
        Map<String, String> items = new LinkedHashMap<>();
        for (Row row : pool.preparedQuery(SAVED).execute(Tuple.of(job.id())).await().indefinitely()) {
            items.put(row.getString(0), row.getString(1));
        }
        return items;
    }

    Uni<Void> save(Job job, Map<String, String> results) {
        String items = EventJson.mapper().valueToTree(results).toString();
        return Panache.getSession().flatMap(session -> session.createNativeQuery(SAVE)
                .setParameter("id", job.id()).setParameter("items", items).executeUpdate()).replaceWithVoid();
    }

    /** Locks the job's row for the rest of the transaction, if the lease still holds. */
    Uni<Void> hold(Job job) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(HOLD)
                .setParameter("id", job.id()).setParameter("fence", job.fence()).executeUpdate()).invoke(Jobs::requireOne)
                .replaceWithVoid();
    }

    /** Ends the job in the caller's transaction, if the lease still holds. */
    Uni<Void> end(Job job) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(END)
                .setParameter("id", job.id()).setParameter("fence", job.fence()).setParameter("now", clock.instant())
                .executeUpdate()).invoke(Jobs::requireOne)
                .chain(Panache::getSession).flatMap(session -> session.createNativeQuery(FORGET_ITEMS)
                        .setParameter("id", job.id()).executeUpdate())
                .replaceWithVoid();
    }

    private static void requireOne(int updated) {
        if (updated != 1) {
            throw new LeaseLost();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
