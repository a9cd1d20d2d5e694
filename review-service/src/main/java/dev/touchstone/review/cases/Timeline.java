package dev.touchstone.review.cases;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.StageEvent;
import dev.touchstone.events.codec.Decoded;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.events.codec.StageEventCodec;
import dev.touchstone.review.PublicAddress;
import dev.touchstone.review.Shown;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Every event of every review. Works in the caller's transaction or session. */
@ApplicationScoped
public class Timeline {

    private static final String IN_ORDER = """
            from TimelineRow where submissionId = :id order by sequence, occurredAt, eventId""";

    /** In characters: enough for any reason and every figure. What is longer is in artifacts. */
    private static final int SEARCHED = 8_000;

    /**
     * One event with its text.
     *
     * @param json the payload as it came, with members that this version does not know
     */
    public record Entry(StageEvent event, String json) {

        /** The payload as every reviewer may read it: as it came, but for what an agent's address may hide. */
        String publicJson() {
            return Timeline.publicJson(json);
        }
    }

    static String publicJson(String json) {
        JsonNode whole = tree(json);
        return PublicAddress.publish(whole.path("data")) ? whole.toString() : json;
    }

    private static JsonNode tree(String json) {
        try {
            return EventJson.mapper().readTree(json);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("An event was readable when it was recorded", damaged);
        }
    }

    Uni<Void> add(StageEvent event, byte[] payload) {
        TimelineRow row = new TimelineRow();
        row.eventId = event.id();
        row.submissionId = event.submissionId();
        row.workflowRunId = event.review().workflowRunId();
        row.sequence = event.position().sequence();
        row.occurredAt = event.origin().occurredAt();
        row.stage = event.stage().key();
        // The name of an unknown kind is whatever its sender wrote, which PostgreSQL may not store.
        row.kind = Shown.of(event.event()).text();
        row.severity = event.severity().key();
        row.event = new String(payload, StandardCharsets.UTF_8);
        row.search = searchText(event, row.event);
        return Panache.getSession().flatMap(session -> session.persist(row));
    }

    /** The review's events in causal order; empty where it is not known. */
    public Uni<List<Entry>> of(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(IN_ORDER, TimelineRow.class)
                .setParameter("id", submissionId).getResultList())
                .map(rows -> rows.stream().map(Timeline::entry).toList());
    }

    /** One event; empty where it has not been seen. */
    public Uni<Optional<StageEvent>> find(UUID eventId) {
        return Panache.getSession().flatMap(session -> session.find(TimelineRow.class, eventId))
                .map(row -> Optional.ofNullable(row).map(found -> entry(found).event()));
    }

    /** Of what everybody who sees the event may read: else one could guess letter by letter at what is left out. */
    private static String searchText(StageEvent event, String json) {
        String text = String.join(" ", event.event(), event.origin().actor().name(),
                tree(publicJson(json)).path("data").toString());
        return Shown.of(text.substring(0, Math.min(text.length(), SEARCHED))).text().toLowerCase(Locale.ROOT);
    }

    static Entry entry(TimelineRow row) {
        return switch (StageEventCodec.decode(row.event.getBytes(StandardCharsets.UTF_8))) {
            case Decoded.Understood(StageEvent event) -> new Entry(event, row.event);
            case Decoded.Unreadable(String reason) ->
                throw new IllegalStateException("Event " + row.eventId + " was readable when it was recorded: " + reason);
        };
    }
}
