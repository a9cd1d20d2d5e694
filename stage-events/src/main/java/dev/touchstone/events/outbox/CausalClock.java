package dev.touchstone.events.outbox;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * A Lamport clock per review: every event seen moves it forward, every event sent is one later. Works in the caller's
 * transaction, whose row lock puts senders of the same review one behind the other.
 */
@ApplicationScoped
public class CausalClock {

    private static final String TICK = """
            insert into causal_clock (submission_id, value) values (:id, 1)
            on conflict (submission_id) do update set value = causal_clock.value + 1
            returning value""";

    private static final String OBSERVE = """
            insert into causal_clock (submission_id, value) values (:id, :seen)
            on conflict (submission_id) do update set value = greatest(causal_clock.value, excluded.value)""";

    /** The next sequence number of this review. */
    Uni<Long> tick(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(TICK, Long.class)
                .setParameter("id", submissionId).getSingleResult());
    }

    /** What is sent from now on about this review comes after {@code sequence}. */
    public Uni<Void> observe(UUID submissionId, long sequence) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(OBSERVE)
                .setParameter("id", submissionId).setParameter("seen", sequence).executeUpdate()).replaceWithVoid();
    }
}
