package dev.touchstone.submission.catalog;

import static java.util.Objects.requireNonNullElse;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;

import dev.touchstone.events.ReviewRef;
import dev.touchstone.submission.Dossier;
import dev.touchstone.submission.policy.Baselines;
import dev.touchstone.submission.review.Approval;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Changes what is published. The row in the catalog, the marks of the agent's other rows and the entry in the baseline's
 * history are one transaction, the caller's; whoever changes an agent's rows holds its baseline's lock.
 */
@ApplicationScoped
class Catalog {

    /** As a submission is marked that came before anybody was asked who they are. */
    private static final String UNCLAIMED = "unclaimed";

    private static final String MARK = """
            update catalog_entry set standing = :standing where agent_id = :agent and standing = 'current'""";

    private static final String RESTORE = """
            update catalog_entry set standing = 'current' where agent_id = :agent and revision = :revision""";

    private static final String ENTER = """
            insert into catalog_entry (agent_id, revision, organization_id, submission_id, display_name, trust_score,
                                       status_reason, wandb_url, published_at, standing)
            values (:agent, :revision, :organization, :submission, :name, :score, :reason, :wandb, :at, 'current')
            on conflict (agent_id, revision) do update set submission_id = excluded.submission_id,
                display_name = excluded.display_name, trust_score = excluded.trust_score,
                status_reason = excluded.status_reason, wandb_url = excluded.wandb_url,
                published_at = excluded.published_at, standing = excluded.standing""";

    private final Baselines baselines;
    private final Clock clock;

    Catalog(Baselines baselines, Clock clock) {
        this.baselines = baselines;
        this.clock = clock;
    }

    /** Enters the revision and makes it its agent's baseline. */
    Uni<Void> publish(Dossier dossier, Approval approval) {
        ReviewRef review = dossier.review();
        return baselines.lock(review.agentId())
                .chain(() -> mark(review.agentId(), Standing.SUPERSEDED))
                .chain(() -> enter(dossier, approval))
                .chain(() -> baselines.publish(new Baselines.Published(review.agentId(), review.revision(),
                        review.submissionId(), approval.statusReason(), approval.scored())));
    }

    /** Marks the agent's baseline as withdrawn and another revision as its baseline; the lock is held by the caller. */
    Uni<Void> withdraw(String agentId, String inFavourOf) {
        return mark(agentId, Standing.WITHDRAWN)
                .chain(() -> Panache.getSession()).flatMap(session -> session.createNativeQuery(RESTORE)
                        .setParameter("agent", agentId).setParameter("revision", inFavourOf).executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Integer> mark(String agentId, Standing standing) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(MARK)
                .setParameter("standing", standing.key()).setParameter("agent", agentId).executeUpdate());
    }

    private Uni<Integer> enter(Dossier dossier, Approval approval) {
        return Panache.getSession().flatMap(session -> enter(session, dossier)
                .setParameter("score", approval.trustScore()).setParameter("reason", approval.statusReason())
                .setParameter("at", clock.instant()).executeUpdate());
    }

    private static Mutiny.MutationQuery enter(Mutiny.Session session, Dossier dossier) {
        return session.createNativeQuery(ENTER).setParameter("agent", dossier.review().agentId())
                .setParameter("revision", dossier.review().revision())
                .setParameter("organization", requireNonNullElse(dossier.context().organizationId(), UNCLAIMED))
                .setParameter("submission", dossier.review().submissionId())
                .setParameter("name", dossier.agent().displayName())
                .setParameter("wandb", dossier.review().wandbRun().url().toString());
    }
}
