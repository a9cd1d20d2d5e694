package dev.touchstone.review.cases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.access.Caller;
import dev.touchstone.review.CaseState;
import dev.touchstone.review.ReviewConfig;
import dev.touchstone.review.Sight;
import dev.touchstone.review.cases.QueueQuery.Asker;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The cases in somebody's sight, those that wait for a person first. Reads columns past the entities: a list must not load
 * whole cases.
 */
@ApplicationScoped
public class Queue {

    private final Pool pool;
    private final ReviewConfig config;
    private final Clock clock;

    Queue(Pool pool, ReviewConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    /**
     * How many cases fit a filter.
     *
     * @param states every state is there, whichever the filter names
     * @param reasons of those that await a decision, whichever the filter names
     * @param overdue of these
     */
    public record Counts(Map<CaseState, Long> states, Map<ReasonKind, Long> reasons, long overdue) {

        public long of(QueueSection section) {
            return section.states().stream().mapToLong(state -> states.getOrDefault(state, 0L)).sum();
        }
    }

    /**
     * Some lines of one section.
     *
     * @param last where they end; empty where there are none
     * @param more whether others of the section follow
     */
    public record Page(QueueSection section, List<QueueLine> lines, Optional<QueuePosition> last, boolean more) {

        /** Behind what more follow; empty at the section's end. */
        public Optional<QueuePosition> next() {
            return more ? last : Optional.empty();
        }
    }

    public Uni<Counts> counts(QueueFilter filter, Caller caller) {
        Asker asker = asker(caller);
        QueueQuery all = QueueQuery.of(filter.without(QueueFacet.STATE, QueueFacet.REASON, QueueFacet.OVERDUE), asker);
        if (filter.isOfWaiting()) {
            all.in(QueueSection.WAITING);
        }
        String sql = """
                select c.state, c.reason, p.submission_id is not null as proposed, count(*) as number,
                       count(*) filter (where c.section = 'waiting' and c.since <= %s) as overdue
                from review_case c left join escalation p
                    on p.submission_id = c.submission_id and p.state = 'open' and p.proposed_by is not null%s group by 1, 2, 3"""
                .formatted(all.bind(asker.overdueSince()), all.where());
        return rows(sql, all).map(groups -> counts(groups, filter));
    }

    /** @param groups of cases by state and kind of reason, whatever kind and lateness the filter names */
    private static Counts counts(List<Row> groups, QueueFilter filter) {
        Map<CaseState, Long> states = new EnumMap<>(CaseState.class);
        for (CaseState state : CaseState.values()) {
            states.put(state, 0L);
        }
        Map<ReasonKind, Long> reasons = new EnumMap<>(ReasonKind.class);
        long overdue = 0;
        for (Row group : groups) {
            CaseState state = CaseState.of(group.getString("state"));
            Optional<ReasonKind> kind = state == CaseState.AWAITING_DECISION
                    ? Optional.of(ReasonKind.stored(group.getString("reason"), group.getBoolean("proposed")))
                    : Optional.empty();
            kind.ifPresent(each -> reasons.merge(each, group.getLong("number"), Long::sum));
            overdue += group.getLong("overdue");
            if (filter.get(QueueFacet.REASON).isEmpty() || filter.get(QueueFacet.REASON).equals(kind.map(ReasonKind::key))) {
                String figure = filter.get(QueueFacet.OVERDUE).isPresent() ? "overdue" : "number";
                states.merge(state, group.getLong(figure), Long::sum);
            }
        }
        return new Counts(states, reasons, overdue);
    }

    /** The first lines of a section. */
    public Uni<Page> page(QueueFilter filter, Caller caller, QueueSection section, int limit) {
        return page(QueueQuery.of(filter, asker(caller)).in(section), section, QueueOrder.of(filter, section), limit);
    }

    /** The lines behind a position. */
    public Uni<Page> page(QueueFilter filter, Caller caller, QueuePosition after, int limit) {
        return page(QueueQuery.of(filter, asker(caller)).in(after.section()).behind(after), after.section(), after.order(),
                limit);
    }

    private Uni<Page> page(QueueQuery query, QueueSection section, QueueOrder order, int limit) {
        String sql = QueueLine.SELECT + query.where() + " order by " + order.orderBy() + " limit "
                + query.bind(limit + 1L);
        return rows(sql, query).map(rows -> {
            List<Row> shown = rows.subList(0, Math.min(limit, rows.size()));
            List<QueueLine> lines = shown.stream().map(row -> QueueLine.of(row, config.sla())).toList();
            Optional<QueuePosition> last = lines.isEmpty() ? Optional.empty()
                    : Optional.of(lines.getLast().position(section, order, shown.getLast().getString("agent_name")));
            return new Page(section, lines, last, rows.size() > limit);
        });
    }

    /** What the caller could decide next of what fits; never {@code except}. */
    public Uni<Optional<UUID>> next(QueueFilter filter, Caller caller, UUID except) {
        Asker asker = asker(caller);
        QueueQuery query = QueueQuery.of(filter.without(QueueFacet.STATE), asker).in(QueueSection.WAITING)
                .decidable(asker, Optional.ofNullable(caller.organizationId()), except);
        String sql = "select c.submission_id from review_case c" + query.where() + " order by "
                + QueueOrder.of(filter, QueueSection.WAITING).orderBy() + " limit 1";
        return rows(sql, query).map(rows -> rows.stream().findFirst().map(row -> row.getUUID("submission_id")));
    }

    private Asker asker(Caller caller) {
        return new Asker(Sight.of(caller), caller.name(), clock.instant().minus(config.sla()));
    }

    private Uni<List<Row>> rows(String sql, QueueQuery query) {
        return pool.preparedQuery(sql).execute(Tuple.wrap(new ArrayList<>(query.values())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }
}
