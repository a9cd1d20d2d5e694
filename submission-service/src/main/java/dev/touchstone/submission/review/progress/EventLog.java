package dev.touchstone.submission.review.progress;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.codec.Decoded;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.events.codec.StageEventCodec;
import dev.touchstone.events.streams.StreamMessage.End;
import dev.touchstone.events.streams.StreamMessage.Said;
import dev.touchstone.events.streams.StreamSource;
import dev.touchstone.events.streams.StreamSource.Arrivals;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Reads what {@link KeepEvents} kept. It uses the plain client: streams read outside of any request, and Hibernate only
 * works within one.
 */
@ApplicationScoped
class EventLog {

    private static final String OF_REVIEW = """
            select position, round, body from review_event
            where submission_id = $1 and ($2::text is null or stage = $2) and ($3::text is null or severity = $3)
              and ($4::text is null or event = $4) and ($5::integer is null or round = $5)""";
    private static final String TIMELINE = OF_REVIEW + """
             and ($6::bigint is null or (sequence, occurred_at, id) > ($6, $7::timestamptz, $8::uuid))
            order by sequence, occurred_at, id limit $9""";
    private static final String ARRIVALS = OF_REVIEW + " and position > $6 order by position limit $7";
    private static final String POSITION = "select position from review_event where submission_id = $1 and id = $2";
    private static final String NEWEST = """
            select submission_id, max(position) from review_event where submission_id = any($1) group by submission_id""";
    private static final String REQUESTS = """
            select stage, attempt, cast(extract(epoch from occurred_at) * 1000000 as bigint) from review_event
            where submission_id = :submission and workflow_run_id = :round and event = 'requested'""";
    private static final String OVERRIDES = """
            select body from review_event where submission_id = :submission
              and (event in ('retry_requested', 'llm_override_applied') or event = 'requested' and stage = 'judge')
            order by sequence, occurred_at, id""";
    private static final String STANDING = "select standing from review where submission_id = $1";
    private static final Set<String> ENDED = Set.of("published", "rejected", "cancelled");
    private static final String FORGET = """
            delete from review_event using review where review.submission_id = review_event.submission_id
            and review.standing in ('published', 'rejected', 'cancelled') and review.updated_at < $1""";

    private final Pool pool;

    EventLog(Pool pool) {
        this.pool = pool;
    }

    /** An event and where it stands in the order of arrival. */
    record Arrival(long position, KeptEvent event) {

        StreamSource.Arrival shown(Discretion discretion) {
            return new StreamSource.Arrival(position, new Said(event.id(), json(discretion.shown(event))));
        }
    }

    /** Whether this word of the review's row, which is also the clients', says that it has ended. */
    static boolean hasEnded(String standing) {
        return ENDED.contains(standing);
    }

    /** At most {@code limit} events behind the cursor, in the order of the timeline. */
    Uni<List<KeptEvent>> timeline(UUID submissionId, EventFilter filter, @Nullable Place after, int limit) {
        Tuple asked = asked(submissionId, filter).addValue(after == null ? null : (Object) after.sequence())
                .addValue(after == null ? null : after.at().atOffset(ZoneOffset.UTC))
                .addValue(after == null ? null : after.id()).addInteger(limit);
        return pool.preparedQuery(TIMELINE).execute(asked)
                .map(rows -> arrivals(rows).stream().map(Arrival::event).toList());
    }

    /**
     * At most {@code limit} events that arrived behind the position. Where the review stands is read first: once it has
     * ended, the events that ended it are there to be read.
     */
    Uni<Arrivals> after(Watch watch, long position, int limit) {
        UUID submissionId = watch.submissionId();
        Tuple asked = asked(submissionId, watch.filter()).addLong(position).addInteger(limit);
        return pool.preparedQuery(STANDING).execute(Tuple.of(submissionId))
                .map(rows -> rows.iterator().next().getString(0))
                .flatMap(standing -> pool.preparedQuery(ARRIVALS).execute(asked)
                        .map(rows -> new Arrivals(
                                arrivals(rows).stream().map(arrival -> arrival.shown(watch.discretion())).toList(),
                                hasEnded(standing) ? Optional.of(new End(standing)) : Optional.empty())));
    }

    /** Where the event of this id arrived, or null where the review has none such. */
    Uni<@Nullable Long> position(UUID submissionId, UUID eventId) {
        return pool.preparedQuery(POSITION).execute(Tuple.of(submissionId, eventId))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getLong(0));
    }

    /** The last position of each of these reviews that has any. */
    Uni<Map<UUID, Long>> newest(Set<UUID> submissionIds) {
        return pool.preparedQuery(NEWEST).execute(Tuple.of(submissionIds.toArray(UUID[]::new))).map(rows -> {
            Map<UUID, Long> newest = new HashMap<>();
            rows.forEach(row -> newest.put(row.getUUID(0), row.getLong(1)));
            return newest;
        });
    }

    /** When the attempts of this round were asked for. Joins the caller's session, which holds a connection already. */
    static Uni<Map<StageProgress.Attempt, Instant>> requests(UUID submissionId, UUID workflowRunId) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(REQUESTS, Object[].class)
                .setParameter("submission", submissionId).setParameter("round", workflowRunId).getResultList()).map(rows -> {
                    Map<StageProgress.Attempt, Instant> requests = new HashMap<>();
                    rows.forEach(row -> requests.put(new StageProgress.Attempt(Stage.of((String) row[0]), (Integer) row[1]),
                            Instant.EPOCH.plus((Long) row[2], ChronoUnit.MICROS)));
                    return requests;
                });
    }

    /** What tells of LLMs that people asked for, in the order of the timeline. Joins the caller's session. */
    static Uni<List<StageEvent>> overrides(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(OVERRIDES, String.class)
                .setParameter("submission", submissionId).getResultList())
                .map(bodies -> bodies.stream().map(EventLog::decoded).toList());
    }

    /** Forgets the events of reviews that ended before. */
    Uni<Void> forget(Instant endedBefore) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(endedBefore.atOffset(ZoneOffset.UTC))).replaceWithVoid();
    }

    private static Tuple asked(UUID submissionId, EventFilter filter) {
        return Tuple.tuple().addUUID(submissionId).addString(filter.stage()).addString(filter.severity())
                .addString(filter.event()).addInteger(filter.roundNumber());
    }

    private static List<Arrival> arrivals(RowSet<Row> rows) {
        List<Arrival> arrivals = new ArrayList<>();
        rows.forEach(row -> arrivals.add(new Arrival(row.getLong(0), read(row.getInteger(1), row.getString(2)))));
        return arrivals;
    }

    private static KeptEvent read(int round, String body) {
        return KeptEvent.of(decoded(body), round, data(body));
    }

    private static StageEvent decoded(String body) {
        return switch (StageEventCodec.decode(body.getBytes(StandardCharsets.UTF_8))) {
            case Decoded.Understood(var event) -> event;
            case Decoded.Unreadable(String reason) ->
                throw new IllegalStateException("An event was kept that cannot be read: " + reason);
        };
    }

    private static JsonNode data(String body) {
        try {
            return EventJson.mapper().readTree(body).path("data");
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("The body was just read", corrupt);
        }
    }

    /** One line: the mapper does not indent. */
    private static String json(KeptEvent event) {
        try {
            return EventJson.mapper().writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Records of the contract can be written", impossible);
        }
    }
}
