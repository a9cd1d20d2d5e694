package dev.touchstone.telemetry.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.StageEvent;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.evidence.Uploads;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** The runs and their rows. Every method joins the caller's transaction. */
@ApplicationScoped
public class Runs {

    private static final String DUE = """
            select submission_id from wandb_run where due_at <= :now and (lease_until is null or lease_until < :now)
            order by due_at limit 1 for update skip locked""";

    private static final String LINES = """
            select r.json from RowRecord r where r.submissionId = :submission and r.line >= :from order by r.line""";

    private static final String ROWS = """
            from RowRecord r where r.submissionId = :submission and r.line >= :from order by r.line""";

    /** Everything that has not come to its end, whatever it waited for before. */
    private static final String WAKE = """
            update wandb_run set due_at = :now
            where due_at is null and (completed_lines is null or completed_lines < lines)""";

    /** The fence rises, so that a step that is still under way stores nothing any more. */
    private static final String GIVE_BACK = """
            update wandb_run set lease_owner = null, lease_until = null, fence = fence + 1 where lease_owner = :owner""";

    /** A run that another replica holds is due when its lease runs out, if at all. */
    private static final String NEXT_DUE = """
            select min(greatest(due_at, coalesce(lease_until, due_at))) from wandb_run where due_at is not null""";

    private static final String NEWEST = "from RunRecord r order by r.startedAt desc";

    private final Uploads uploads;
    private final Clock clock;

    Runs(Uploads uploads, Clock clock) {
        this.uploads = uploads;
        this.clock = clock;
    }

    /** Gives the event its row, and the run itself if this is its first; and keeps what the event brings besides. */
    Uni<Void> record(StageEvent event) {
        return Panache.getSession().flatMap(session -> locked(session, event.submissionId()).flatMap(found -> {
            RunRecord run = found == null ? RunRecord.register(event) : found;
            RowRecord row = run.add(event, clock.instant());
            return (found == null ? session.persistAll(run, row) : session.persist(row))
                    .chain(() -> uploads.plan(event, run.settingOf(event)));
        }));
    }

    private static Uni<@Nullable RunRecord> locked(Session session, UUID submissionId) {
        return session.find(RunRecord.class, submissionId, LockMode.PESSIMISTIC_WRITE);
    }

    /** The run that has waited longest and that nobody else writes, for {@code span}. */
    public Uni<Optional<ClaimedRun>> claim(String owner, Duration span) {
        Instant now = clock.instant();
        return Panache.getSession().flatMap(session -> session.createNativeQuery(DUE, UUID.class)
                .setParameter("now", now).getSingleResultOrNull()
                .flatMap(id -> id == null ? Uni.createFrom().item(Optional.<ClaimedRun> empty())
                        : session.find(RunRecord.class, id).map(run -> Optional.of(claimed(run, owner, now.plus(span))))));
    }

    private static ClaimedRun claimed(RunRecord run, String owner, Instant until) {
        run.sender.lease(owner, until);
        return new ClaimedRun(run.recorded(), run.sender.progress(), run.sender.fence);
    }

    /**
     * Stores how far the writer came and gives the run back.
     *
     * @throws LeaseLost if another has claimed it since; nothing is stored then
     */
    public Uni<Void> settle(ClaimedRun claimed, Progress progress) {
        return Panache.getSession().flatMap(session -> locked(session, claimed.run().review().submissionId()))
                .invoke(found -> {
                    if (found == null || found.sender.fence != claimed.fence()) {
                        throw new LeaseLost();
                    }
                    found.sender.take(progress);
                    found.sender.release();
                    if (found.lines != claimed.run().history().lines()) {
                        found.sender.hurry(clock.instant());
                    }
                }).replaceWithVoid();
    }

    /** Gives back whatever this owner still holds: it stops, and whoever comes next need not wait for the leases. */
    public Uni<Integer> giveBack(String owner) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(GIVE_BACK)
                .setParameter("owner", owner).executeUpdate());
    }

    /** The stored lines from this number on, in order. */
    public Uni<List<String>> lines(UUID submissionId, long from, int atMost) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(LINES, String.class)
                .setParameter("submission", submissionId).setParameter("from", from).setMaxResults(atMost).getResultList());
    }

    /** The stored rows from this line on, in order, with what goes along with them. */
    public Uni<List<StoredRow>> rows(UUID submissionId, long from, int atMost) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(ROWS, RowRecord.class)
                .setParameter("submission", submissionId).setParameter("from", from).setMaxResults(atMost).getResultList())
                .map(rows -> rows.stream().map(StoredRow::of).toList());
    }

    /** A run as it is now; nothing is recorded of it, and nobody settles it, until the caller's transaction ends. */
    public Uni<Optional<ClaimedRun>> hold(UUID submissionId) {
        return Panache.getSession().flatMap(session -> locked(session, submissionId)).map(found -> found == null
                ? Optional.empty()
                : Optional.of(new ClaimedRun(found.recorded(), found.sender.progress(), found.sender.fence)));
    }

    /** After a start the world may be another: there may be a key now, or none any more. */
    public Uni<Void> wakeAll() {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(WAKE)
                .setParameter("now", clock.instant()).executeUpdate()).replaceWithVoid();
    }

    /** When there will be something to do, or empty where nothing is in sight. */
    public Uni<Optional<Instant>> nextDue() {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(NEXT_DUE, Instant.class)
                .getSingleResultOrNull()).map(Optional::ofNullable);
    }

    Uni<List<RunRecord>> newest(int atMost) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(NEWEST, RunRecord.class)
                .setMaxResults(atMost).getResultList());
    }

    Uni<@Nullable RunRecord> find(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.find(RunRecord.class, submissionId));
    }
}
