package dev.touchstone.telemetry.evidence;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
