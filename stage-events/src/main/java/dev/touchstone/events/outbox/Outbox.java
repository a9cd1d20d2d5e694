package dev.touchstone.events.outbox;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

import dev.touchstone.events.Actor;
import dev.touchstone.events.DeliveryConfig;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.Origin;
import dev.touchstone.events.Position;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.Topics;
import dev.touchstone.events.codec.CloudEventHeaders;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.events.codec.StageEventCodec;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Where a service leaves the events that it wants to be told. Every method joins the caller's transaction, so that a
 * fact and the state change that it tells of are stored together or not at all; {@link OutboxRelay} does the sending.
 */
@ApplicationScoped
public class Outbox {

    /** In bytes. A broker takes 1 MiB by default, with key and headers. */
    public static final int LONGEST_PAYLOAD = 900_000;

    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final CausalClock causality;
    private final Clock clock;
    private final DeliveryConfig config;
    private final Witnesses witnesses;
    private final ProcessSampler process;

    Outbox(CausalClock causality, Clock clock, DeliveryConfig config, Witnesses witnesses, ProcessSampler process) {
        this.causality = causality;
        this.clock = clock;
        this.config = config;
        this.witnesses = witnesses;
        this.process = process;
    }

    /** Stores the event that the draft becomes, to be published after the commit. */
    public Uni<StageEvent> emit(EventDraft draft) {
        ReviewSpan.markCurrent(draft.review());
        return causality.tick(draft.review())
                .flatMap(tick -> store(complete(draft, tick.sequence()), Trace.ofRound(tick.traceparent())))
                .call(witnesses::saw);
    }

    /** Stores several events in their order. */
    public Uni<List<StageEvent>> emitAll(List<EventDraft> drafts) {
        Uni<List<StageEvent>> stored = Uni.createFrom().item(new ArrayList<>());
        for (EventDraft draft : drafts) {
            stored = stored.flatMap(events -> emit(draft).invoke(events::add).replaceWith(events));
        }
        return stored;
    }

    /**
     * Stores a record that is no event of ours, as a dead letter.
     *
     * @throws IllegalArgumentException if no broker would take it: a transaction that fails is seen, a record that waits in
     *         front of all others for ever is not
     */
    public Uni<Void> store(String topic, String key, Map<String, String> headers, byte[] payload) {
        if (payload.length > LONGEST_PAYLOAD) {
            throw new IllegalArgumentException("A record of " + payload.length + " bytes is more than a broker takes");
        }
        OutboxRecord row = new OutboxRecord();
        row.topic = topic;
        row.messageKey = key;
        row.headers = json(headers);
        row.payload = payload;
        row.createdAt = clock.instant();
        return Panache.getSession().flatMap(session -> session.persist(row));
    }

    private Uni<StageEvent> store(StageEvent event, Optional<String> traceparent) {
        return store(Topics.of(event), event.submissionId().toString(), headers(event, traceparent),
                StageEventCodec.encode(event)).replaceWith(event);
    }

    private StageEvent complete(EventDraft draft, long sequence) {
        UUID id = IDS.generate();
        Origin origin = new Origin(id, URI.create("/touchstone/" + config.service()), clock.instant(),
                draft.actor().orElseGet(() -> Actor.service(config.service())), process.sample());
        Position position = new Position(draft.at().stage(), draft.at().attempt(), sequence);
        return new StageEvent(origin, draft.review(), position, draft.body(), draft.evidence());
    }

    private static Map<String, String> headers(StageEvent event, Optional<String> traceparent) {
        Map<String, String> headers = new LinkedHashMap<>(CloudEventHeaders.of(event));
        traceparent.ifPresent(trace -> headers.put(CloudEventHeaders.TRACEPARENT, trace));
        return headers;
    }

    private static String json(Map<String, String> headers) {
        try {
            return EventJson.mapper().writeValueAsString(headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A map of strings can be written", impossible);
        }
    }
}
