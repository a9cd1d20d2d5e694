package dev.touchstone.events.outbox;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.StageEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * A Lamport clock per review: every event seen moves it forward, every event sent is one later. Works in the caller's
 * transaction, whose row lock puts senders of the same review one behind the other. It also keeps the trace in which the
 * newest round began here: a second table would cost every event a second statement.
 */
@ApplicationScoped
public class CausalClock {

    private static final String KEEP_TRACE = """
            traceparent = case when causal_clock.round = excluded.round
                               then coalesce(causal_clock.traceparent, excluded.traceparent)
                               else excluded.traceparent end,
            round = excluded.round""";

    private static final String TICK = """
            insert into causal_clock (submission_id, value, round, traceparent)
            values (:id, 1, :round, cast(:traceparent as text))
            on conflict (submission_id) do update set value = causal_clock.value + 1,
            """ + KEEP_TRACE + " returning value, traceparent";

    private static final String HEAR = """
            insert into causal_clock (submission_id, value, round, traceparent)
            values (:id, :seen, :round, cast(:traceparent as text))
            on conflict (submission_id) do update set value = greatest(causal_clock.value, excluded.value),
            """ + KEEP_TRACE;

    private static final String OBSERVE = """
            insert into causal_clock (submission_id, value) values (:id, :seen)
            on conflict (submission_id) do update set value = greatest(causal_clock.value, excluded.value)""";

    /** @param traceparent of the round, where it is traced */
    record Tick(long sequence, Optional<String> traceparent) {
    }

    /** The next sequence number of this review. */
    Uni<Tick> tick(ReviewRef review) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(TICK, Object[].class)
                .setParameter("id", review.submissionId()).setParameter("round", review.workflowRunId())
                .setParameter("traceparent", here()).getSingleResult())
                .map(row -> new Tick(((Number) row[0]).longValue(), Optional.ofNullable((String) row[1])));
    }

    /** What is sent from now on about its review comes after the event. */
    public Uni<Void> hear(StageEvent event) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(HEAR)
                .setParameter("id", event.submissionId()).setParameter("seen", event.position().sequence())
                .setParameter("round", event.review().workflowRunId()).setParameter("traceparent", here())
                .executeUpdate()).replaceWithVoid();
    }

    /** What is sent from now on about this review comes after {@code sequence}. */
    public Uni<Void> observe(UUID submissionId, long sequence) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(OBSERVE)
                .setParameter("id", submissionId).setParameter("seen", sequence).executeUpdate()).replaceWithVoid();
    }

    private static @Nullable String here() {
        return Trace.current().orElse(null);
    }
}
