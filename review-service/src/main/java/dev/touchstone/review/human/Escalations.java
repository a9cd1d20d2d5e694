package dev.touchstone.review.human;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Decision;
import dev.touchstone.events.StageEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What people were asked. What ends a question ends the claim on it. Works in the caller's transaction. */
@ApplicationScoped
class Escalations {

    private static final String OPEN = """
            insert into escalation (submission_id, workflow_run_id, attempt, request, requested_at, state)
            values (:submission, :round, :attempt, :request, :at, 'open') on conflict do nothing""";
    private static final String WITHDRAW = """
            update escalation set state = 'withdrawn' where submission_id = :submission and state = 'open'""";
    private static final String WITHDRAW_OTHERS = WITHDRAW + " and not (workflow_run_id = :round and attempt = :attempt)";
    private static final String DECIDE = """
            update escalation set state = 'decided', decision = :decision, decided_by = :by, decided_at = :at
            where submission_id = :submission and workflow_run_id = :round and attempt = :attempt and state = 'open'""";
    private static final String PROPOSE = """
            update escalation set proposed_decision = :decision, proposed_by = :by, proposed_at = :at, proposed_notes = :notes
            where submission_id = :submission and workflow_run_id = :round and attempt = :attempt and state = 'open'
              and (proposed_by is null or proposed_decision <> :decision)""";
    private static final String LATEST = """
            from EscalationRow where id.submissionId = :submission
            order by case when state = 'open' then 0 else 1 end, requestedAt desc, id.attempt desc""";

    private final ClaimTable claims;

    Escalations(ClaimTable claims) {
        this.claims = claims;
    }

    /** True where this attempt was not asked before; then it is the only open one of its review. */
    Uni<Boolean> open(StageEvent request, byte[] payload) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(OPEN)
                .setParameter("submission", request.submissionId())
                .setParameter("round", request.review().workflowRunId())
                .setParameter("attempt", request.attempt())
                .setParameter("request", new String(payload, StandardCharsets.UTF_8))
                .setParameter("at", request.origin().occurredAt()).executeUpdate()).map(rows -> rows == 1);
    }

    Uni<Void> withdraw(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(WITHDRAW)
                .setParameter("submission", submissionId).executeUpdate()).chain(rows -> freed(submissionId, rows))
                .replaceWithVoid();
    }

    /** A question that is asked again, because its first request seemed lost, stays open. */
    Uni<Void> withdrawOthers(EscalationId asked) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(WITHDRAW_OTHERS)
                .setParameter("submission", asked.submissionId()).setParameter("round", asked.workflowRunId())
                .setParameter("attempt", asked.attempt()).executeUpdate())
                .chain(rows -> freed(asked.submissionId(), rows)).replaceWithVoid();
    }

    /** Whether a row was changed; then nobody looks after the case any more. */
    private Uni<Boolean> freed(UUID submissionId, int rows) {
        return rows == 0 ? Uni.createFrom().item(false) : claims.drop(submissionId).replaceWith(true);
    }

    /** Who looks after a case that is asked about; null where nobody does. */
    Uni<@Nullable Claim> claim(UUID submissionId) {
        return claims.current(submissionId);
    }

    /** True for the first decision, and only for it. */
    Uni<Boolean> decide(EscalationId id, Decision decision, String decidedBy, Instant at) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(DECIDE)
                .setParameter("decision", decision.key()).setParameter("by", decidedBy).setParameter("at", at)
                .setParameter("submission", id.submissionId()).setParameter("round", id.workflowRunId())
                .setParameter("attempt", id.attempt()).executeUpdate()).chain(rows -> freed(id.submissionId(), rows));
    }

    /** True for the first proposal of this decision, as long as nobody has decided; one of the other gives way to it. */
    Uni<Boolean> propose(EscalationId id, Proposal proposal) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(PROPOSE)
                .setParameter("decision", proposal.decision().key()).setParameter("by", proposal.by())
                .setParameter("at", proposal.at()).setParameter("notes", proposal.notes())
                .setParameter("submission", id.submissionId()).setParameter("round", id.workflowRunId())
                .setParameter("attempt", id.attempt()).executeUpdate()).chain(rows -> freed(id.submissionId(), rows));
    }

    /** What is asked of this review, else what was asked last, or null where nothing was. */
    Uni<@Nullable EscalationRow> latest(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(LATEST, EscalationRow.class)
                .setParameter("submission", submissionId).setMaxResults(1).getSingleResultOrNull());
    }

    /** All that was asked of this review. */
    Uni<List<Asked>> of(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session
                .createSelectionQuery("from EscalationRow where id.submissionId = :submission", EscalationRow.class)
                .setParameter("submission", submissionId).getResultList())
                .map(rows -> Questions.sorted(rows.stream().map(Asked::of).toList()));
    }

    /** As it is in the database now, not when it was first read. */
    Uni<EscalationRow> again(EscalationRow row) {
        return Panache.getSession().flatMap(session -> session.refresh(row)).replaceWith(row);
    }
}
