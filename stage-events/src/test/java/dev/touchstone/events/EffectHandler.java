package dev.touchstone.events;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.touchstone.events.inbox.Receiver;
import dev.touchstone.events.jobs.Jobs;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** A handler as services have them: writes a row, and makes a job of requests for security. Fails where a test says so. */
@ApplicationScoped
public class EffectHandler {

    public static final String NAME = "EffectHandler";

    private final Receiver receiver;
    private final Jobs jobs;
    private final Map<UUID, AtomicInteger> hiccups = new ConcurrentHashMap<>();
    private final Map<UUID, RuntimeException> bugs = new ConcurrentHashMap<>();

    EffectHandler(Receiver receiver, Jobs jobs) {
        this.receiver = receiver;
        this.jobs = jobs;
    }

    @Incoming("requests")
    Uni<Void> handle(ConsumerRecord<String, byte[]> message) {
        return receiver.receive(NAME, message, this::apply);
    }

    public void failsForAWhile(UUID submission, int times) {
        hiccups.put(submission, new AtomicInteger(times));
    }

    public void hasABug(UUID submission) {
        bugs.put(submission, new IllegalStateException("a bug"));
    }

    private Uni<Void> apply(StageEvent event) {
        Uni<Void> written = Panache.getSession().flatMap(session -> session
                .createNativeQuery("insert into effect (event_id) values (:id)").setParameter("id", event.id())
                .executeUpdate()).replaceWithVoid();
        return written.invoke(() -> failIfTold(event.submissionId()))
                .chain(() -> event.stage() == Stage.SECURITY ? jobs.enqueue(event).replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    private void failIfTold(UUID submission) {
        if (bugs.containsKey(submission)) {
            throw bugs.get(submission);
        }
        AtomicInteger left = hiccups.get(submission);
        if (left != null && left.getAndDecrement() > 0) {
            throw new java.io.UncheckedIOException(new IOException("a hiccup"));
        }
    }
}
