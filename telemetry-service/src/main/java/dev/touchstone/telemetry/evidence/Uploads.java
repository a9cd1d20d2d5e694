package dev.touchstone.telemetry.evidence;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.StageEvent;
import dev.touchstone.events.WandbRun;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What is to be put into runs, and what became of it. Every method joins the caller's transaction or session. */
@ApplicationScoped
public class Uploads {

    private static final String OF = "from UploadRow u where u.submissionId = :submission order by u.line, u.type, u.id";
    private static final String PENDING = """
            from UploadRow u where u.submissionId = :submission and u.state = PENDING order by u.line, u.type, u.id""";
    private static final String AGAIN = """
            update wandb_upload set state = 'PENDING', due_at = :now, settled_at = null
            where submission_id = :submission and state = 'LOGGED' and type <> 'alert'""";
    /** Those that were given otherwise before are left out, as are those that were no news any more. */
    private static final String ALERTS = """
            from UploadRow u where u.submissionId = :submission and u.type = 'alert' and u.line >= :first and u.line < :end
              and u.recordedAt > :oldest and (u.settledAt is null or u.settledAt > :then) order by u.line""";
    private static final String UPLOADED = """
            update UploadRow u set u.state = LOGGED, u.reason = 'uploaded with wandb sync', u.settledAt = :now
            where u.submissionId = :submission and u.type = 'alert' and u.state = PENDING
              and u.line >= :first and u.line < :end""";
    private static final String KNOWN_SUITE = """
            select upload.* from wandb_upload upload join wandb_run run using (submission_id)
            where upload.suite_digest = :digest and upload.state = 'LOGGED'
              and run.base_url = :base and run.entity = :entity and run.project = :project
            order by upload.settled_at desc limit 1""";

    private final AlertsConfig alerts;
    private final Clock clock;

    Uploads(AlertsConfig alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Keeps what the event brings besides its line. */
    public Uni<Void> plan(StageEvent event, Setting setting) {
        Instant now = clock.instant();
        Object[] rows = EvidenceOf.event(event, setting, alerts::of).stream()
                .map(plan -> UploadRow.planned(event, plan, setting, now)).toArray();
        return rows.length == 0 ? Uni.createFrom().voidItem()
                : Panache.getSession().flatMap(session -> session.persistAll(rows));
    }

    /** What is still to be put into the run, in the order of its events. */
    public Uni<Pending> pending(UUID submissionId) {
        Instant now = clock.instant();
        return rows(PENDING, submissionId).map(rows -> new Pending(rows.size(),
                rows.stream().map(row -> row.dueAt).min(Comparator.naturalOrder()).orElse(null),
                rows.stream().filter(row -> !row.dueAt.isAfter(now)).findFirst().map(UploadRow::upload)));
    }

    /** Stores what became of it, in the transaction that gives the run back. */
    public Uni<Void> settle(UUID uploadId, Settlement settlement) {
        return Panache.getSession().flatMap(session -> session.find(UploadRow.class, uploadId))
                .invoke(row -> row.settle(settlement, clock.instant())).replaceWithVoid();
    }

    /** The run is another one now, which has nothing of what the one before had. An alert was given all the same. */
    public Uni<Void> again(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(AGAIN).setParameter("submission", submissionId)
                .setParameter("now", clock.instant()).executeUpdate()).replaceWithVoid();
    }

    /** All that the run's events have brought, in their order. */
    public Uni<List<UploadView>> of(UUID submissionId) {
        return rows(OF, submissionId).map(rows -> rows.stream().map(UploadView::of).toList());
    }

    /** All that the run's events have brought, in their order, as it was planned. */
    Uni<List<Upload>> all(UUID submissionId) {
        return rows(OF, submissionId).map(rows -> rows.stream().map(UploadRow::upload).toList());
    }

    /**
     * What people would have been alerted of by lines of a run that is kept offline.
     *
     * @param first line
     * @param end the line after the last
     * @param then when that part of the run was what it is
     */
    public Uni<List<OfflineAlert>> alerts(UUID submissionId, long first, long end, Instant then) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(ALERTS, UploadRow.class)
                .setParameter("submission", submissionId).setParameter("first", first).setParameter("end", end)
                .setParameter("oldest", then.minus(alerts.longestDelay())).setParameter("then", then).getResultList())
                .map(rows -> rows.stream().map(UploadRow::upload).flatMap(this::alert).toList());
    }

    private Stream<OfflineAlert> alert(Upload upload) {
        return upload.plan() instanceof Plan.Alert alert
                ? Stream.of(new OfflineAlert(upload.cause().line(), alert, alerts.waitDuration()))
                : Stream.empty();
    }

    /** Somebody has uploaded these lines, and their alerts were given with it. */
    public Uni<Void> uploaded(UUID submissionId, long first, long end) {
        return Panache.getSession().flatMap(session -> session.createMutationQuery(UPLOADED)
                .setParameter("submission", submissionId).setParameter("first", first).setParameter("end", end)
                .setParameter("now", clock.instant()).executeUpdate()).replaceWithVoid();
    }

    /** The artifact as which a suite is in the run's project already. */
    Uni<Optional<Settlement.Kept>> suite(WandbRun run, String digest) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(KNOWN_SUITE, UploadRow.class)
                .setParameter("digest", digest).setParameter("base", run.baseUrl().toString())
                .setParameter("entity", run.entity()).setParameter("project", run.project()).getSingleResultOrNull())
                .map(row -> row == null || row.artifactId == null || row.artifactDigest == null ? Optional.empty()
                        : Optional.of(new Settlement.Kept(row.artifactId, row.artifactDigest, List.of(digest), 0)));
    }

    private static Uni<List<UploadRow>> rows(String query, UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(query, UploadRow.class)
                .setParameter("submission", submissionId).getResultList());
    }
}
