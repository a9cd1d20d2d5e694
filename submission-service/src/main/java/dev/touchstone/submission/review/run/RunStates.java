package dev.touchstone.submission.review.run;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.RecordStatement.RunStateChanged;
import dev.touchstone.events.StageEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** The states of the W&amp;B runs. */
@ApplicationScoped
public class RunStates {

    /** A late delivery of an older state changes nothing. */
    private static final String KEEP = """
            insert into run_state (submission_id, state, cause, reason, sequence)
            values (:id, :state, cast(:cause as text), :reason, :sequence)
            on conflict (submission_id) do update set state = excluded.state, cause = excluded.cause,
                reason = excluded.reason, sequence = excluded.sequence where run_state.sequence < excluded.sequence""";

    /** A run that was stopped stays so: W&B has no way back. */
    private static final String STOPPED = """
            insert into run_state (submission_id, state, reason, sequence, stopped)
            values (:id, :state, :reason, 0, true) on conflict (submission_id) do update set stopped = true""";

    Uni<Void> keep(StageEvent event, RunStateChanged changed) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(KEEP)
                .setParameter("id", event.submissionId()).setParameter("state", changed.state().key())
                .setParameter("cause", changed.cause() == null ? null : changed.cause().key())
                .setParameter("reason", changed.reason()).setParameter("sequence", event.position().sequence())
                .executeUpdate()).replaceWithVoid();
    }

    Uni<Void> stopped(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(STOPPED)
                .setParameter("id", submissionId).setParameter("state", WandbRunView.UNKNOWN)
                .setParameter("reason", WandbRunView.NOTHING_SAID).executeUpdate()).replaceWithVoid();
    }

    /** The last known state, or null where nothing was said yet. */
    public Uni<@Nullable RunState> find(UUID submissionId) {
        return Panache.getSession().flatMap(session -> session.find(RunState.class, submissionId));
    }

    /** Those of several submissions. */
    public Uni<Map<UUID, RunState>> findAll(List<UUID> submissionIds) {
        return Panache.getSession().flatMap(session -> session
                .createSelectionQuery("from RunState where submissionId in :ids", RunState.class)
                .setParameter("ids", submissionIds).getResultList())
                .map(found -> found.stream().collect(Collectors.toMap(each -> each.submissionId,
                        each -> each)));
    }
}
