package dev.touchstone.submission.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.WandbRun;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * What was submitted of an agent before. Every method joins the caller's transaction. Concurrency: {@link #claim} holds the
 * lock of the agent's row until the transaction ends, so that of two submissions of one agent the second sees the first.
 */
@ApplicationScoped
class Precedents {

    private static final String ENTER = """
            insert into agent (agent_id, organization_id, created_at) values (:agent, :organization, :now)
            on conflict do nothing""";
    private static final String OWNER = "select organization_id from agent where agent_id = :agent";
    private static final String IN_REVIEW = """
            select s.id, s.revision, s.snapshot_digest from submission s join review r on r.submission_id = s.id
            where s.agent_id = :agent and (s.snapshot_digest = :snapshot or s.revision = :revision)
              and r.standing in ('in_review', 'awaiting_decision')
            order by s.created_at""";
    private static final String PUBLISHED = """
            select s.id, c.revision, s.snapshot_digest from catalog_entry c join submission s on s.id = c.submission_id
            where c.agent_id = :agent and (s.snapshot_digest = :snapshot or c.revision = :revision)
            order by c.published_at""";

    private static final String TAKEN = """
            select count(*) from submission where wandb_base_url = :baseUrl and wandb_entity = :entity
              and wandb_project = :project and (wandb_run_id = :run or wandb_alias = :run)""";

    private final Clock clock;

    Precedents(Clock clock) {
        this.clock = clock;
    }

    /**
     * Everything of the same agent that has the same revision or the same snapshot.
     *
     * @param owner the agent's organisation, null where nobody has used its id yet
     */
    record Found(@Nullable String owner, List<Earlier> inReview, List<Earlier> published) {

        Found {
            inReview = List.copyOf(inReview);
            published = List.copyOf(published);
        }
    }

    /** @param snapshot null where it was not kept at the time */
    record Earlier(UUID submissionId, String revision, @Nullable String snapshot) {
    }

    /** As {@link #find}; the agent is the organisation's from now on, if nobody else used its id before. */
    Uni<Found> claim(String organizationId, Proposal proposal) {
        Instant now = clock.instant();
        return Panache.getSession().flatMap(session -> session.createNativeQuery(ENTER)
                .setParameter("agent", proposal.agentId()).setParameter("organization", organizationId)
                .setParameter("now", now).executeUpdate())
                .chain(() -> find(OWNER + " for update", proposal));
    }

    /** Without a lock: true now, and perhaps no longer a moment later. */
    Uni<Found> find(Proposal proposal) {
        return find(OWNER, proposal);
    }

    /** Whether another submission's review is shown in this run. */
    Uni<Boolean> isTaken(WandbRun run) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(TAKEN, Long.class)
                .setParameter("baseUrl", run.baseUrl().toString()).setParameter("entity", run.entity())
                .setParameter("project", run.project()).setParameter("run", run.runId()).getSingleResult())
                .map(count -> count > 0);
    }

    private static Uni<Found> find(String owner, Proposal proposal) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(owner, String.class)
                .setParameter("agent", proposal.agentId()).getSingleResultOrNull())
                .flatMap(organization -> earlier(IN_REVIEW, proposal).flatMap(inReview -> earlier(PUBLISHED, proposal)
                        .map(published -> new Found(organization, inReview, published))));
    }

    private static Uni<List<Earlier>> earlier(String query, Proposal proposal) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(query, Object[].class)
                .setParameter("agent", proposal.agentId()).setParameter("snapshot", proposal.snapshot())
                .setParameter("revision", proposal.revision()).getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Earlier((UUID) row[0], (String) row[1], (String) row[2])).toList());
    }
}
