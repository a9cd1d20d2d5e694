package dev.touchstone.review.cases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.streams.EventStream;
import dev.touchstone.events.streams.StreamMessage.Said;
import dev.touchstone.events.streams.StreamSource.Arrival;
import dev.touchstone.events.streams.StreamSource.Arrivals;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Reads timelines piece by piece: pages in the caller's session; what arrives with the plain client, since streams read outside
 * of any request.
 */
@ApplicationScoped
public class Events {

    private static final String FITS = """
            from timeline where submission_id = :id and search like :text escape '\\'
              and stage = coalesce(cast(:stage as text), stage) and severity = coalesce(cast(:severity as text), severity)
              and workflow_run_id = coalesce(cast(:round as uuid), workflow_run_id)""";
    /** Those that {@link TimelineRow} has: Hibernate Reactive reads no row that is wider. */
    private static final String COLUMNS = """
            select event_id, submission_id, workflow_run_id, sequence, occurred_at, stage, kind, severity, event, search\s""";
    private static final String COUNT = "select count(*) " + FITS;
    private static final String PLACE = """
            (select sequence, occurred_at, event_id from timeline where submission_id = :id and event_id = :place)""";
    private static final String FIRST = COLUMNS + FITS + " order by sequence, occurred_at, event_id limit :limit";
    private static final String AFTER = COLUMNS + FITS + " and (sequence, occurred_at, event_id) > " + PLACE
            + " order by sequence, occurred_at, event_id limit :limit";
    private static final String NEWEST_FIRST = COLUMNS + FITS
            + " order by sequence desc, occurred_at desc, event_id desc limit :limit";
    private static final String BEFORE = COLUMNS + FITS + " and (sequence, occurred_at, event_id) < " + PLACE
            + " order by sequence desc, occurred_at desc, event_id desc limit :limit";
    private static final String ARRIVED = """
            select position, event_id, event from timeline where submission_id = $1 and position > $2
              and search like $3 escape '\\' and stage = coalesce($4, stage) and severity = coalesce($5, severity)
              and workflow_run_id = coalesce($6, workflow_run_id) order by position limit $7""";
    private static final String POSITION = "select position from timeline where submission_id = $1 and event_id = $2";
    private static final String NEWEST = """
            select submission_id, max(position) from timeline where submission_id = any($1) group by submission_id""";

    private final Pool pool;
    private final Clock clock;
    private final ListeningConfig config;

    Events(Pool pool, Clock clock, ListeningConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.config = config;
    }

    /** What somebody listens to who has everything up to the position. */
    EventStream stream(UUID submissionId, EventFilter filter, long position) {
        return new EventStream(submissionId, position, (from, limit) -> arrived(submissionId, filter, from, limit), clock,
                config);
    }

    /** At most {@code limit} of the review's events in causal order, behind the one with this id where one is named. */
    Uni<List<Timeline.Entry>> following(UUID submissionId, EventFilter filter, @Nullable UUID after, int limit) {
        return list(after == null ? FIRST : AFTER, submissionId, filter, after, limit);
    }

    /** The same from the newest to the oldest. */
    public Uni<List<Timeline.Entry>> preceding(UUID submissionId, EventFilter filter, @Nullable UUID before, int limit) {
        return list(before == null ? NEWEST_FIRST : BEFORE, submissionId, filter, before, limit);
    }

    private static Uni<List<Timeline.Entry>> list(String sql, UUID submissionId, EventFilter filter, @Nullable UUID place,
            int limit) {
        return Panache.getSession().flatMap(session -> {
            Mutiny.SelectionQuery<TimelineRow> query = asked(session.createNativeQuery(sql, TimelineRow.class), submissionId,
                    filter).setParameter("limit", limit);
            return (place == null ? query : query.setParameter("place", place)).getResultList();
        }).map(rows -> rows.stream().map(Timeline::entry).toList());
    }

    /** How many there are. */
    public Uni<Long> count(UUID submissionId, EventFilter filter) {
        return Panache.getSession().flatMap(session -> asked(session.createNativeQuery(COUNT, Long.class), submissionId, filter)
                .getSingleResult());
    }

    private static <T> Mutiny.SelectionQuery<T> asked(Mutiny.SelectionQuery<T> query, UUID submissionId, EventFilter filter) {
        return query.setParameter("id", submissionId).setParameter("text", filter.pattern())
                .setParameter("stage", filter.stage()).setParameter("severity", filter.severity())
                .setParameter("round", filter.workflowRunId());
    }

    /** What arrived behind the position, in the order of arrival. A review that has ended may go on in a further round. */
    private Uni<Arrivals> arrived(UUID submissionId, EventFilter filter, long position, int limit) {
        Tuple asked = Tuple.tuple().addUUID(submissionId).addLong(position).addString(filter.pattern())
                .addString(filter.stage()).addString(filter.severity()).addUUID(filter.round()).addInteger(limit);
        return pool.preparedQuery(ARRIVED).execute(asked).map(rows -> {
            List<Arrival> arrivals = new ArrayList<>();
            rows.forEach(row -> arrivals.add(new Arrival(row.getLong(0), said(row.getUUID(1), row.getString(2)))));
            return new Arrivals(arrivals, Optional.empty());
        });
    }

    /** On one line: between the tokens of JSON a break is a blank like any other, and within them there is none. */
    private static Said said(UUID id, String json) {
        return new Said(id, Timeline.publicJson(json).replace('\n', ' ').replace('\r', ' '));
    }

    /** Where the event of this id arrived; empty where the review has none such. */
    Uni<Optional<Long>> position(UUID submissionId, UUID eventId) {
        return pool.preparedQuery(POSITION).execute(Tuple.of(submissionId, eventId))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next().getLong(0)));
    }

    /** The last position of each of these reviews that has any. */
    Uni<Map<UUID, Long>> newest(Set<UUID> submissionIds) {
        return pool.preparedQuery(NEWEST).execute(Tuple.of(submissionIds.toArray(UUID[]::new))).map(rows -> {
            Map<UUID, Long> newest = new HashMap<>();
            rows.forEach(row -> newest.put(row.getUUID(0), row.getLong(1)));
            return newest;
        });
    }
}
