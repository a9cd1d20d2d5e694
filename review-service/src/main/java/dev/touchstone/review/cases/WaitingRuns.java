package dev.touchstone.review.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.review.CaseView;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The W&amp;B runs that wait: kept offline, or catching up. Works in the caller's session. */
@ApplicationScoped
public class WaitingRuns {

    private static final List<RunState> WAIT = List.of(RunState.OFFLINE, RunState.CATCHING_UP);
    private static final String FITS = "from CaseRow c where c.runState in :states";
    private static final String ORDER = " order by c.changedAt desc, c.submissionId desc";
    private static final String PLACE = "(select p.changedAt from CaseRow p where p.submissionId = :place)";
    private static final String BEHIND = " and (c.changedAt < " + PLACE + " or c.changedAt = " + PLACE
            + " and c.submissionId < :place)";
    private static final String SINCE = """
            select max(occurred_at) from timeline where submission_id = :id and kind = 'run_state_changed'""";

    /** @param since when the state was last told of; null where the timeline does not say */
    public record Waiting(CaseView view, @Nullable Instant since) {
    }

    /** At most {@code limit}, the last changed first, behind the one of this submission where one is named. */
    public Uni<List<Waiting>> list(@Nullable RunState state, @Nullable UUID behind, int limit) {
        return Panache.getSession().flatMap(session -> {
            Mutiny.SelectionQuery<CaseRow> query = session
                    .createSelectionQuery(FITS + (behind == null ? "" : BEHIND) + ORDER, CaseRow.class)
                    .setParameter("states", keys(state)).setMaxResults(limit);
            return (behind == null ? query : query.setParameter("place", behind)).getResultList();
        }).flatMap(rows -> since(rows.stream().map(Cases::view).toList()));
    }

    private static List<String> keys(@Nullable RunState state) {
        return (state == null ? WAIT : List.of(state)).stream().map(RunState::key).toList();
    }

    private static Uni<List<Waiting>> since(List<CaseView> views) {
        return Multi.createFrom().iterable(views)
                .onItem().transformToUniAndConcatenate(view -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(SINCE, Instant.class)
                                .setParameter("id", view.submissionId()).getSingleResultOrNull())
                        .map(since -> new Waiting(view, since)))
                .collect().asList();
    }

    public Uni<Long> count(@Nullable RunState state) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery("select count(*) " + FITS, Long.class)
                .setParameter("states", keys(state)).getSingleResult());
    }
}
