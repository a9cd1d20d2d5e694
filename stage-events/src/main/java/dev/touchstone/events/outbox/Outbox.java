package dev.touchstone.events.outbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.touchstone.events.EventDraft;
import dev.touchstone.events.Position;
import dev.touchstone.events.ReviewRef;
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

    private final CausalClock causality;
    private final Clock clock;
    private final Origins origins;
    private final RunAliases aliases;
    private final Witnesses witnesses;

    Outbox(CausalClock causality, Clock clock, Origins origins, RunAliases aliases, Witnesses witnesses) {
        this.causality = causality;
        this.clock = clock;
        this.origins = origins;
        this.aliases = aliases;
        this.witnesses = witnesses;
    }

    /** Stores the event that the draft becomes, to be published after the commit. */
    public Uni<StageEvent> emit(EventDraft draft) {
        ReviewSpan.markCurrent(draft.review());
        return causality.tick(draft.review())
                .flatMap(tick -> named(draft.review()).map(review -> complete(draft, review, tick.sequence()))
                        .flatMap(event -> store(event, Trace.ofRound(tick.traceparent()))))
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

    /** An alias that this service has heard of; else the one that the draft's cause named, if any. */
    private Uni<ReviewRef> named(ReviewRef review) {
        return aliases.of(review.submissionId()).map(alias -> alias == null ? review : review.withAlias(alias));
    }

    private StageEvent complete(EventDraft draft, ReviewRef review, long sequence) {
        Position position = new Position(draft.at().stage(), draft.at().attempt(), sequence);
        return new StageEvent(origins.now(draft.actor()), review, position, draft.body(), draft.evidence());
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
