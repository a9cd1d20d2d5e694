package dev.touchstone.submission.catalog;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;

import dev.touchstone.submission.Dossier;
import dev.touchstone.submission.review.Approval;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** The published revisions. */
@ApplicationScoped
class Catalog {

    private static final String ENTER = """
            insert into catalog_entry (agent_id, revision, submission_id, display_name, trust_score, status_reason, wandb_url,
                                       published_at)
            values (:agent, :revision, :submission, :name, :score, :reason, :wandb, :at)
            on conflict (agent_id, revision) do update set submission_id = excluded.submission_id,
                display_name = excluded.display_name, trust_score = excluded.trust_score,
                status_reason = excluded.status_reason, wandb_url = excluded.wandb_url, published_at = excluded.published_at""";

    private final Clock clock;

    Catalog(Clock clock) {
        this.clock = clock;
    }

    /** Enters the revision in the caller's transaction. */
    Uni<Void> enter(Dossier dossier, Approval approval) {
        return Panache.getSession().flatMap(session -> enter(session, dossier)
                .setParameter("score", approval.trustScore()).setParameter("reason", approval.statusReason())
                .setParameter("at", clock.instant()).executeUpdate()).replaceWithVoid();
    }

    private static Mutiny.MutationQuery enter(Mutiny.Session session, Dossier dossier) {
        return session.createNativeQuery(ENTER).setParameter("agent", dossier.review().agentId())
                .setParameter("revision", dossier.review().revision())
                .setParameter("submission", dossier.review().submissionId())
                .setParameter("name", dossier.agent().displayName())
                .setParameter("wandb", dossier.review().wandbRun().url().toString());
    }

    Uni<List<CatalogEntry>> page(int page, int size) {
        return Panache.getSession().flatMap(session -> session
                .createSelectionQuery("from CatalogEntry order by publishedAt desc, agentId, revision", CatalogEntry.class)
                .setFirstResult(page * size).setMaxResults(size).getResultList());
    }

    Uni<Long> count() {
        return Panache.getSession().flatMap(
                session -> session.createSelectionQuery("select count(*) from CatalogEntry", Long.class).getSingleResult());
    }
}
