package dev.touchstone.telemetry.run;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.StageEvent;
import dev.touchstone.telemetry.Progress;
import dev.touchstone.telemetry.evidence.Pending;
import dev.touchstone.telemetry.evidence.Settlement;
import dev.touchstone.telemetry.evidence.Upload;
import dev.touchstone.telemetry.evidence.Uploads;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** The runs and their rows. Every method joins the caller's transaction. */
@ApplicationScoped
public class Runs {

    private static final String CLAIM = """
            update wandb_run set lease_owner = :owner, fence = fence + 1
            where submission_id = (select submission_id from wandb_run where due_at <= :now and lease_owner is null
                        and (not :unsent or sent_lines < lines)
                    order by due_at limit 1 for update skip locked)
            returning submission_id""";

    private static final String ROWS = """
            from RowRecord r where r.submissionId = :submission and r.line >= :from order by r.line""";

    private static final String ROW_OF_STAT = """
            select r.line from RowRecord r where r.submissionId = :submission and r.statLine = :stat""";

    /** Whatever is not as it should be, whatever it waited for before. */
    private static final String WAKE = """
            update wandb_run set due_at = :now
            where (state is distinct from 'ONLINE' or :all) and (completed_lines is null or completed_lines < lines)""";

    private static final String DOUBT = """
            update wandb_run set unsure = true
            where storage_id is not null and completed_lines is null and not unsure""";

    /** The runs that are held are looked at when their holder settles or dies. */
    private static final String NEXT_DUE = """
            select min(due_at) from wandb_run where due_at is not null and lease_owner is null""";

    private static final String RELEASE = """
            update wandb_run set lease_owner = null, unsure = storage_id is not null
            where submission_id = :submission and fence = :fence""";

    private static final String NEWEST = "from RunRecord r order by r.startedAt desc";

    private final WandbIds ids;
    private final Uploads uploads;
    private final RecordingConfig config;
    private final Clock clock;

    Runs(WandbIds ids, Uploads uploads, RecordingConfig config, Clock clock) {
        this.ids = ids;
        this.uploads = uploads;
        this.config = config;
        this.clock = clock;
    }

    /** Gives the event its row, and the run itself if this is its first; and keeps what the event brings besides. */
    Uni<Void> record(StageEvent event) {
        return Panache.getSession().flatMap(session -> locked(session, event.submissionId()).flatMap(found -> {
            RunRecord run = found == null ? RunRecord.register(event) : found;
            Instant now = clock.instant();
            RowRecord row = run.add(event, now);
            run.sender.hurry(now.plus(config.collectWait()));
            return (found == null ? named(event).chain(() -> session.persistAll(run, row)) : session.persist(row))
                    .chain(() -> uploads.plan(event, run.settingOf(event)));
        }));
    }

    /** Of two submissions that name one run, the second one's events are refused. */
    private Uni<Boolean> named(StageEvent first) {
        return ids.takeOwn(first.review()).invoke(free -> {
            if (!free) {
                throw new RunTaken();
            }
        });
    }

    private static Uni<@Nullable RunRecord> locked(Session session, UUID submissionId) {
        return session.find(RunRecord.class, submissionId, LockMode.PESSIMISTIC_WRITE);
    }

    /** The run that has waited longest and that nobody else writes, for as long as the owner lives. */
    public Uni<Optional<ClaimedRun>> claim(String owner) {
        return claim(owner, clock.instant(), false);
    }

    /** The same among the runs of which W&amp;B lacks rows, which are due before {@code time}. */
    public Uni<Optional<ClaimedRun>> claimUnsent(String owner, Instant time) {
        return claim(owner, time, true);
    }

    private Uni<Optional<ClaimedRun>> claim(String owner, Instant due, boolean unsent) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(CLAIM, UUID.class)
                .setParameter("owner", owner).setParameter("now", due).setParameter("unsent", unsent)
                .getSingleResultOrNull()
                .flatMap(id -> id == null ? Uni.createFrom().item(Optional.<ClaimedRun> empty())
                        : session.find(RunRecord.class, id).flatMap(this::complete).map(Optional::of)));
    }

    private Uni<ClaimedRun> complete(RunRecord found) {
        ClaimedRun run = claimed(found);
        return uploads.pending(found.submissionId)
                .map(pending -> new ClaimedRun(run.run(), run.progress(), run.fence(), pending));
    }

    static ClaimedRun claimed(RunRecord run) {
        return new ClaimedRun(run.recorded(), run.sender.progress(), run.sender.fence, Pending.NONE);
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

    /** Stores what became of an upload and shows it, in the transaction that settles the run. */
    public Uni<Void> settle(ClaimedRun claimed, Upload upload, Settlement settlement) {
        Uni<Void> settled = uploads.settle(upload.id(), settlement);
        return settlement instanceof Settlement.Logged logged && !logged.shown().summary().isEmpty()
                ? settled.chain(() -> find(claimed.run().review().submissionId()))
                        .invoke(run -> Objects.requireNonNull(run).show(upload.cause(), logged.shown().summary()))
                        .replaceWithVoid()
                : settled;
    }

    /**
     * The run goes on under another id, of which nothing was said yet, and is given back.
     *
     * @throws LeaseLost if another has claimed it since; nothing is stored then
     */
    public Uni<Void> rename(ClaimedRun claimed, String alias) {
        return Panache.getSession().flatMap(session -> locked(session, claimed.run().review().submissionId()))
                .invoke(found -> {
                    if (found == null || found.sender.fence != claimed.fence()) {
                        throw new LeaseLost();
                    }
                    found.alias = alias;
                    found.sender.take(claimed.progress().begunAnew(clock.instant()));
                    found.sender.release();
                }).chain(() -> uploads.again(claimed.run().review().submissionId()));
    }

    /** Gives the run back without having settled anything: what was sent is not known. */
    public Uni<Void> release(ClaimedRun claimed) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(RELEASE)
                .setParameter("submission", claimed.run().review().submissionId()).setParameter("fence", claimed.fence())
                .executeUpdate()).replaceWithVoid();
    }

    /** The stored rows from this line on, in order. */
    public Uni<List<StoredRow>> rows(UUID submissionId, long from, int atMost) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(ROWS, RowRecord.class)
                .setParameter("submission", submissionId).setParameter("from", from).setMaxResults(atMost).getResultList())
                .map(found -> found.stream().map(StoredRow::of).toList());
    }

    /** The line of the row to which the system metrics of this number belong; empty where there are not so many. */
    public Uni<Optional<Long>> rowOfStat(UUID submissionId, long statLine) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(ROW_OF_STAT, Long.class)
                .setParameter("submission", submissionId).setParameter("stat", statLine).getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** A run as it is now; nothing is recorded of it, and nobody settles it, until the caller's transaction ends. */
    public Uni<Optional<ClaimedRun>> hold(UUID submissionId) {
        return Panache.getSession().flatMap(session -> locked(session, submissionId))
                .map(found -> Optional.ofNullable(found).map(Runs::claimed));
    }

    /**
     * After a start the world may be another: there may be a key now, or none any more.
     *
     * @param all also those for which everything was well, since it is not any more
     */
    public Uni<Void> wake(boolean all) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(WAKE)
                .setParameter("now", clock.instant()).setParameter("all", all).executeUpdate()).replaceWithVoid();
    }

    /**
     * Nobody may have been writing for long, or the database may have been set back: W&amp;B may have more than it says here.
     */
    public Uni<Integer> doubt() {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(DOUBT).executeUpdate());
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
