package dev.touchstone.review.cases;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.review.CaseState;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Sight;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** The cases in somebody's sight, those that wait for a person first. */
@ApplicationScoped
public class Queue {

    private static final String FITS = "search like :text escape '\\' and (:everything = true or organizationId = :organization)";
    /** Who has waited longest comes first; among the others, what changed last. */
    private static final String SELECT = "from CaseRow where state in :states and " + FITS
            + " order by waitingSince nulls last, changedAt desc";
    private static final String COUNT = "select state, count(*) from CaseRow where " + FITS + " group by state";

    /** How many cases of each state fit the search; every state is there. */
    public Uni<Map<CaseState, Long>> counts(Sight sight, String search) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(COUNT, Object[].class)
                .setParameter("text", pattern(search)).setParameter("everything", sight.everything())
                .setParameter("organization", sight.organizationId()).getResultList()).map(Queue::byState);
    }

    /** The first {@code limit} cases in these states that fit the search; an empty search fits all. */
    public Uni<List<CaseView>> list(Sight sight, List<CaseState> states, String search, int limit) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(SELECT, CaseRow.class)
                .setParameter("states", states.stream().map(CaseState::key).toList())
                .setParameter("text", pattern(search)).setParameter("everything", sight.everything())
                .setParameter("organization", sight.organizationId()).setMaxResults(limit).getResultList())
                .map(rows -> rows.stream().map(Cases::view).toList());
    }

    private static Map<CaseState, Long> byState(List<Object[]> rows) {
        Map<CaseState, Long> counts = new EnumMap<>(CaseState.class);
        for (CaseState state : CaseState.values()) {
            counts.put(state, 0L);
        }
        rows.forEach(row -> counts.put(CaseState.of((String) row[0]), (Long) row[1]));
        return counts;
    }

    private static String pattern(String search) {
        String literal = search.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        return "%" + literal + "%";
    }
}
