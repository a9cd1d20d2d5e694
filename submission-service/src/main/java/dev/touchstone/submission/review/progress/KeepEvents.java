package dev.touchstone.submission.review.progress;

import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;

import dev.touchstone.events.StageEvent;
import dev.touchstone.events.codec.StageEventCodec;
import dev.touchstone.events.outbox.Witness;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Keeps every event of every review, once. What this service says itself it keeps when it says it: whoever sees that a
 * review has ended finds the events that tell so already there.
 */
@ApplicationScoped
class KeepEvents implements Witness {

    /**
     * Rounds count up in the order of their first events, which the owner of the review says itself. An event of a
     * submission that was never accepted here is no event of ours.
     */
    private static final String KEEP = """
            insert into review_event (id, submission_id, workflow_run_id, round, stage, attempt, event, severity, sequence,
                                      occurred_at, body)
            select cast(:id as uuid), submission.id, cast(:run as uuid),
                   coalesce((select min(round) from review_event
                             where submission_id = submission.id and workflow_run_id = cast(:run as uuid)),
                            (select coalesce(max(round), 0) + 1 from review_event where submission_id = submission.id)),
                   cast(:stage as text), cast(:attempt as integer), cast(:event as text), cast(:severity as text),
                   cast(:sequence as bigint), cast(:at as timestamptz), cast(:body as text)
            from submission where submission.id = cast(:submission as uuid)
            on conflict do nothing""";

    @Override
    public Uni<Void> saw(StageEvent event) {
        return Panache.getSession().flatMap(session -> insert(session, event)
                .setParameter("stage", event.stage().key()).setParameter("attempt", event.attempt())
                .setParameter("event", event.event()).setParameter("severity", event.severity().key())
                .setParameter("sequence", event.position().sequence())
                .setParameter("body", new String(StageEventCodec.encode(event), StandardCharsets.UTF_8))
                .executeUpdate()).replaceWithVoid();
    }

    private static Mutiny.MutationQuery insert(Mutiny.Session session, StageEvent event) {
        return session.createNativeQuery(KEEP).setParameter("id", event.id())
                .setParameter("submission", event.submissionId()).setParameter("run", event.review().workflowRunId())
                .setParameter("at", event.origin().occurredAt());
    }
}
