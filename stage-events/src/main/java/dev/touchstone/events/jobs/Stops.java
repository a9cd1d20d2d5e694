package dev.touchstone.events.jobs;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.codec.Decoded;
import dev.touchstone.events.codec.StageEventCodec;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Stops work that counts for nothing any more. Both ways join the caller's transaction, a handler's: its lock on the review's
 * clock puts the end of a round and a request of it one behind the other. A stopped job is done without an effect: nothing is
 * told, and its items are forgotten. With the commit every replica is told, so that whoever works on it is interrupted at once.
 */
@ApplicationScoped
public class Stops {

    /** Under which name the replicas are woken. */
    static final String NOTICE = "job_stopped";

    private static final Logger LOG = Logger.getLogger(Stops.class);

    private static final String REMEMBER = """
            insert into stopped_round (workflow_run_id, stopped_at) values (:round, :now) on conflict do nothing""";

    private static final String OPEN = """
            select id, request from job where state <> 'done' and submission_id = :submission""";

    private static final String STOP = """
            update job set state = 'done', lease_owner = null, lease_until = null, ended_at = :now
            where id = any(cast(cast(:jobs as text) as uuid[])) and state <> 'done'""";

    private static final String FORGET_ITEMS = "delete from job_checkpoint where job_id = any(cast(cast(:jobs as text) as uuid[]))";

    private static final String NOTIFY = "select cast(pg_notify('delivery', '" + NOTICE + "') as text)";

    private final Clock clock;

    Stops(Clock clock) {
        this.clock = clock;
    }

    /** The round has ended: what is open of it is stopped, and what is asked for later is never begun. */
    public Uni<Void> endOfRound(StageEvent end) {
        UUID round = end.review().workflowRunId();
        return Panache.getSession().flatMap(session -> session.createNativeQuery(REMEMBER)
                .setParameter("round", round).setParameter("now", clock.instant()).executeUpdate())
                .chain(() -> stop(end, open -> open.review().workflowRunId().equals(round)));
    }

    /**
     * A stage was asked for: whatever of the review was asked for before is given up, as its stages run one after the other.
     * The same attempt, offered again, stops nothing.
     */
    public Uni<Void> supersededBy(StageEvent request) {
        return request.body() instanceof Requested ? stop(request, open -> isGivenUpBy(request, open))
                : Uni.createFrom().voidItem();
    }

    static boolean isGivenUpBy(StageEvent request, StageEvent open) {
        return !Jobs.key(open).equals(Jobs.key(request)) && open.position().sequence() < request.position().sequence();
    }

    private Uni<Void> stop(StageEvent because, Predicate<StageEvent> isOver) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(OPEN, Object[].class)
                .setParameter("submission", because.submissionId()).getResultList()
                .map(rows -> rows.stream().filter(row -> isOver(row, isOver)).map(row -> (UUID) row[0]).toList())
                .flatMap(jobs -> jobs.isEmpty() ? Uni.createFrom().voidItem() : stop(because, jobs, session)));
    }

    /** What cannot be read is set aside by whoever claims it. */
    private static boolean isOver(Object[] row, Predicate<StageEvent> isOver) {
        return switch (StageEventCodec.decode((byte[]) row[1])) {
            case Decoded.Understood(StageEvent request) -> isOver.test(request);
            case Decoded.Unreadable ignored -> false;
        };
    }

    private Uni<Void> stop(StageEvent because, List<UUID> jobs, Mutiny.Session session) {
        String ids = jobs.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        return session.createNativeQuery(STOP).setParameter("jobs", ids).setParameter("now", clock.instant()).executeUpdate()
                .chain(() -> session.createNativeQuery(FORGET_ITEMS).setParameter("jobs", ids).executeUpdate())
                .chain(() -> session.createNativeQuery(NOTIFY, String.class).getSingleResult())
                .invoke(() -> LOG.infof("jobs stopped submission=%s because=%s jobs=%s", because.submissionId(),
                        because.event(), jobs))
                .replaceWithVoid();
    }
}
