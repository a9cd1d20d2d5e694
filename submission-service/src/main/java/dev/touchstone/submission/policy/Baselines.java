package dev.touchstone.submission.policy;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.codec.EventJson;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * The agents' baselines, with their whole history. Rows are only ever added. Every method joins the caller's transaction.
 * Concurrency: who changes an agent's baseline first takes {@link #lock}, which puts publications and rollbacks of one
 * agent one behind the other.
 */
@ApplicationScoped
public class Baselines {

    private static final String LOCK = """
            select 1 from pg_advisory_xact_lock(hashtextextended('baseline ' || cast(:agent as text), 0))""";

    private static final String PUBLISH = """
            insert into baseline (agent_id, revision, submission_id, cause, reason, set_by, set_at, trust_score, breakdown,
                                  policy_version)
            values (:agent, :revision, :submission, 'publication', :reason, 'submission-service', :at, :score, :breakdown,
                    :policy)""";

    private static final String ROLL_BACK = """
            insert into baseline (agent_id, revision, submission_id, cause, reason, set_by, set_at, trust_score, breakdown,
                                  policy_version)
            select agent_id, revision, submission_id, 'rollback', :reason, :by, :at, trust_score, breakdown, policy_version
            from baseline where agent_id = :agent and revision = :revision order by number desc limit 1""";

    private static final String OF_AGENT = """
            from BaselineRow where agentId = :agent and number < :number order by number desc""";

    private static final String OF_AGENTS = """
            from BaselineRow where number in (select max(number) from BaselineRow where agentId in :agents group by agentId)""";

    private final Clock clock;

    Baselines(Clock clock) {
        this.clock = clock;
    }

    /** A revision that was just published. */
    public record Published(String agentId, String revision, UUID submissionId, String reason,
            @Nullable TrustScoreCalculated trustScore) {
    }

    /** Keeps the agent's baseline as it is until the caller's transaction ends. */
    public Uni<Void> lock(String agentId) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(LOCK, Integer.class)
                .setParameter("agent", agentId).getSingleResult()).replaceWithVoid();
    }

    public Uni<Void> publish(Published published) {
        return Panache.getSession().flatMap(session -> publish(session, published, published.trustScore())
                .setParameter("at", clock.instant()).executeUpdate()).replaceWithVoid();
    }

    private static Mutiny.MutationQuery publish(Mutiny.Session session, Published published,
            @Nullable TrustScoreCalculated score) {
        return session.createNativeQuery(PUBLISH).setParameter("agent", published.agentId())
                .setParameter("revision", published.revision()).setParameter("submission", published.submissionId())
                .setParameter("reason", published.reason())
                .setParameter("score", score == null ? null : score.score())
                .setParameter("breakdown", score == null ? "[]" : json(score.breakdown()))
                .setParameter("policy", score == null ? null : score.policyVersion());
    }

    /**
     * Makes a former baseline the agent's baseline again.
     *
     * @return false where the revision never was one; nothing was changed then
     */
    public Uni<Boolean> rollBack(String agentId, String revision, String reason, String by) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(ROLL_BACK)
                .setParameter("agent", agentId).setParameter("revision", revision).setParameter("reason", reason)
                .setParameter("by", by).setParameter("at", clock.instant()).executeUpdate()).map(added -> added == 1);
    }

    /** Null where nothing of the agent was ever published. */
    public Uni<@Nullable BaselineChange> current(String agentId) {
        return history(agentId, Long.MAX_VALUE, 1).map(rows -> rows.isEmpty() ? null : rows.getFirst());
    }

    /** By agent; those without one are missing. */
    public Uni<Map<String, BaselineChange>> current(Collection<String> agentIds) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(OF_AGENTS, BaselineRow.class)
                .setParameter("agents", agentIds).getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.agentId, BaselineRow::change)));
    }

    /** The newest change first; those before {@code number}. */
    public Uni<List<BaselineChange>> history(String agentId, long number, int most) {
        return rows(agentId, number, most).map(rows -> rows.stream().map(BaselineRow::change).toList());
    }

    Uni<@Nullable Baseline> baseline(String agentId) {
        return rows(agentId, Long.MAX_VALUE, 1).map(rows -> rows.isEmpty() ? null : rows.getFirst().baseline());
    }

    private static Uni<List<BaselineRow>> rows(String agentId, long number, int most) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(OF_AGENT, BaselineRow.class)
                .setParameter("agent", agentId).setParameter("number", number).setMaxResults(most).getResultList());
    }

    private static String json(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Records of the contract can be written", impossible);
        }
    }
}
