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

    private static final String QUESTION = """
            exists (select from escalation q where q.submission_id = c.submission_id and q.state = 'open' and\s""";
    /** What takes two, and one of them has decided. */
    private static final String PROPOSED = QUESTION + "q.proposed_by is not null)";
    /** A claim counts while it lasts. */
    private static final String CLAIMED = """
            exists (select from case_claim h where h.submission_id = c.submission_id and h.claimed_until > now()""";

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
            case REASON -> where(value.equals(ReasonKind.SECOND_REVIEWER.key()) ? PROPOSED
                    : "not " + PROPOSED + " and c.reason = " + bind(value));
            case CLAIMED -> claimed(value, asker);
            case OVERDUE -> where("c.since <= " + bind(asker.overdueSince()));
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
            case QueueFacet.ME -> where(CLAIMED + " and h.claimed_by = " + bind(asker.name()) + ")");
            case QueueFacet.NOBODY -> where("not " + CLAIMED + ")");
            default -> where(claimedByOthers(asker));
        }
    }

    private String claimedByOthers(Asker asker) {
        return CLAIMED + " and h.claimed_by <> " + bind(asker.name()) + ")";
    }

    /** What the asker could decide next: asked, of others' making, and nobody else's business now. */
    QueueQuery decidable(Asker asker, Optional<String> organizationId, UUID except) {
        where("c.submission_id <> " + bind(except));
        where(QUESTION + "(q.proposed_by is null or q.proposed_by <> " + bind(asker.name()) + "))");
        where("not " + claimedByOthers(asker));
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
