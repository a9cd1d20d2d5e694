package dev.touchstone.submission.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.Submission;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * The agents, as their submissions tell of them. Every method joins the caller's session and is told which organisation's
 * submissions count; null stands for all.
 */
@ApplicationScoped
class Agents {

    private static final String SEEN = "(cast(:organization as string) is null or organizationId = :organization)";

    private static final String IDS = "select distinct agentId from Submission where agentId > :after and " + SEEN
            + " order by agentId";

    private static final String REVISIONS = "select agentId, count(distinct revision) from Submission where agentId in :agents and "
            + SEEN + " group by agentId";

    private static final String LATEST = """
            from Submission one
            where one.agentId in :agents and (cast(:organization as string) is null or one.organizationId = :organization)
                and one.createdAt = (select max(other.createdAt) from Submission other where other.agentId = one.agentId
                    and (cast(:organization as string) is null or other.organizationId = :organization))
            order by one.id""";

    private static final String NEWEST = "select revision, max(createdAt) from Submission where agentId = :agent and " + SEEN
            + " group by revision having max(createdAt) < :at or (max(createdAt) = :at and revision > :revision)"
            + " order by max(createdAt) desc, revision";

    private static final String OF_REVISIONS = "from Submission where agentId = :agent and revision in :revisions and " + SEEN
            + " order by createdAt desc, id";

    /** One revision of an agent, and when it was last submitted. */
    record Revision(String name, Instant submittedAt) {
    }

    /** In the order of their ids; those behind {@code after}. */
    Uni<List<String>> ids(@Nullable String organization, String after, int most) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(IDS, String.class)
                .setParameter("organization", organization).setParameter("after", after).setMaxResults(most)
                .getResultList());
    }

    /** How many revisions each has. */
    Uni<Map<String, Long>> revisions(@Nullable String organization, Collection<String> agents) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(REVISIONS, Object[].class)
                .setParameter("organization", organization).setParameter("agents", agents).getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1])));
    }

    /** The last submission of each. */
    Uni<Map<String, Submission>> latest(@Nullable String organization, Collection<String> agents) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(LATEST, Submission.class)
                .setParameter("organization", organization).setParameter("agents", agents).getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(Submission::agentId, row -> row, (one, other) -> one)));
    }

    /** The revision that was submitted last first; those behind {@code after}. */
    Uni<List<Revision>> revisions(@Nullable String organization, String agent, Revision after, int most) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(NEWEST, Object[].class)
                .setParameter("organization", organization).setParameter("agent", agent)
                .setParameter("at", after.submittedAt()).setParameter("revision", after.name())
                .setMaxResults(most).getResultList())
                .map(rows -> rows.stream().map(row -> new Revision((String) row[0], (Instant) row[1])).toList());
    }

    /** The newest first. */
    Uni<List<Submission>> submissions(@Nullable String organization, String agent, Collection<String> revisions) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(OF_REVISIONS, Submission.class)
                .setParameter("organization", organization).setParameter("agent", agent)
                .setParameter("revisions", revisions).getResultList());
    }
}
