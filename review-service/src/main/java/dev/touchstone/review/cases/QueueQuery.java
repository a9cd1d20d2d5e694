package dev.touchstone.review.cases;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.touchstone.review.Sight;

/** Makes SQL of a filter. Values are parameters, always; what is put together is made of constants of this package. */
final class QueueQuery {

    /** The open question tells whether somebody proposed; a claim counts while it lasts. */
    static final String JOINS = """

            left join escalation e on e.submission_id = c.submission_id and e.state = 'open'
            left join case_claim k on k.submission_id = c.submission_id and k.claimed_until > now()""";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Who asks, and since when what waits is overdue. */
    record Asker(Sight sight, String name, Instant overdueSince) {
    }

    private QueueQuery() {
    }

    static QueueQuery of(QueueFilter filter, Asker asker) {
        QueueQuery query = new QueueQuery();
        if (!asker.sight().everything()) {
            query.where("c.organization_id = " + query.bind(asker.sight().organizationId()));
        }
        filter.chosen().forEach((facet, value) -> query.where(facet, value, asker));
        return query;
    }

    private void where(QueueFacet facet, String value, Asker asker) {
        switch (facet) {
            case TEXT -> text(SearchTerms.query(value));
            case STATE -> state(value);
            case STAGE -> where("c.source_stage = " + bind(value));
            case REASON -> where(value.equals(ReasonKind.SECOND_REVIEWER.key()) ? "e.proposed_by is not null"
                    : "e.proposed_by is null and c.reason = " + bind(value));
            case CLAIMED -> claimed(value, asker);
            case OVERDUE -> where("c.section = 'waiting' and c.since <= " + bind(asker.overdueSince()));
            case ORGANIZATION -> where("c.organization_id = " + bind(value));
            case VERDICT -> where(value.equals(QueueFacet.NONE) ? "c.verdict is null" : "c.verdict = " + bind(value));
            case SORT -> {
            }
        }
    }

    private void text(String terms) {
        if (!terms.isEmpty()) {
            where("c.search_terms @@ cast(cast(" + bind(terms) + " as text) as tsquery)");
        }
    }

    private void state(String value) {
        if (!value.equals(QueueFacet.ENDED)) {
            where("c.state = " + bind(value));
        }
    }

    private void claimed(String value, Asker asker) {
        switch (value) {
            case QueueFacet.ME -> where("k.claimed_by = " + bind(asker.name()));
            case QueueFacet.NOBODY -> where("k.claimed_by is null");
            default -> where("k.claimed_by <> " + bind(asker.name()));
        }
    }

    /** What the asker could decide next: asked, of others' making, and nobody else's business now. */
    QueueQuery decidable(Asker asker, Optional<String> organizationId, UUID except) {
        where("e.submission_id is not null and c.submission_id <> " + bind(except));
        where("(e.proposed_by is null or e.proposed_by <> " + bind(asker.name()) + ")");
        where("(k.claimed_by is null or k.claimed_by = " + bind(asker.name()) + ")");
        organizationId.ifPresent(own -> where("c.organization_id <> " + bind(own)));
        return this;
    }

    QueueQuery in(QueueSection section) {
        where("c.section = " + bind(section.key()));
        return this;
    }

    QueueQuery behind(QueuePosition position) {
        String key = bind(position.order().isByTime() ? Instant.parse(position.key()) : position.key());
        where(position.order().behind(key, bind(position.submissionId())));
        return this;
    }

    private void where(String condition) {
        conditions.add(condition);
    }

    /** The place of a value in the statement. */
    String bind(Object value) {
        values.add(value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        return "$" + values.size();
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    List<Object> values() {
        return values;
    }
}
