package dev.touchstone.submission.review.progress;

import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Submission;
import dev.touchstone.submission.review.State;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Lists submissions, the newest first. What is added meanwhile comes before the first page and moves nothing. */
@ApplicationScoped
class SubmissionPages {

    private static final String FROM = "select s from Submission s where true = true";
    private static final String ORGANIZATION = " and s.organizationId = :organization";
    private static final String AGENT = " and s.agentId = :agent";
    private static final String STATE = " and exists (select 1 from ReviewRow r where r.submissionId = s.id and r.standing = :state)";
    private static final String AFTER = " and (s.createdAt < :at or (s.createdAt = :at and s.id > :id))";
    private static final String ORDER = " order by s.createdAt desc, s.id";

    /**
     * What is asked for.
     *
     * @param organizationId null for all
     * @param state in the clients' words, null for all
     * @param agentId null for all
     * @param after null for the first page
     */
    record Asked(@Nullable String organizationId, @Nullable String state, @Nullable String agentId, @Nullable Place after) {

        /** Refuses a state that no review could be in. */
        Asked {
            if (state != null && Arrays.stream(State.values()).map(State::key).noneMatch(state::equals)) {
                throw Problems.malformedParameter("There is no state of this name.");
            }
        }
    }

    /** At most {@code limit} of them; joins the caller's session. */
    Uni<List<Submission>> find(Asked asked, int limit) {
        String query = FROM + (asked.organizationId() == null ? "" : ORGANIZATION)
                + (asked.agentId() == null ? "" : AGENT) + (asked.state() == null ? "" : STATE)
                + (asked.after() == null ? "" : AFTER) + ORDER;
        return Panache.getSession().flatMap(session -> with(asked,
                session.createSelectionQuery(query, Submission.class))
                .setMaxResults(limit).getResultList());
    }

    private static SelectionQuery<Submission> with(Asked asked, SelectionQuery<Submission> query) {
        if (asked.organizationId() != null) {
            query.setParameter("organization", asked.organizationId());
        }
        if (asked.agentId() != null) {
            query.setParameter("agent", asked.agentId());
        }
        if (asked.state() != null) {
            query.setParameter("state", asked.state());
        }
        if (asked.after() != null) {
            query.setParameter("at", asked.after().at()).setParameter("id", asked.after().id());
        }
        return query;
    }
}
