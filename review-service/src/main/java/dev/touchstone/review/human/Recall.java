package dev.touchstone.review.human;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.HumanDecision;
import dev.touchstone.review.Shown;
import dev.touchstone.review.cases.Timeline;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Brings what people were asked, and what they asked for, back from the events, without saying anything: what there was to say
 * was
 * said when it happened. Works in the caller's transaction. What is stored stays, but for a question that has long been
 * answered.
 */
@ApplicationScoped
public class Recall {

    private static final String QUESTION = """
            insert into escalation (submission_id, workflow_run_id, attempt, request, requested_at, state, decision, decided_by,
                                    decided_at)
            values (:submission, :round, :attempt, :request, :requestedAt, :state, cast(:decision as text), cast(:by as text),
                    cast(:decidedAt as timestamptz))
            on conflict (submission_id, workflow_run_id, attempt) do update
                set state = excluded.state, decision = excluded.decision, decided_by = excluded.decided_by,
                    decided_at = excluded.decided_at
                where escalation.state = 'open' and excluded.state <> 'open'""";
    private static final String RETRY = """
            insert into retry_request (submission_id, workflow_run_id, stage, attempt, requested_by, requested_at)
            values (:submission, :round, :stage, :attempt, :by, :at) on conflict do nothing""";

    /** What the events hold besides the fold. */
    private record Told(Map<EscalationId, String> requests, Map<EscalationId, Instant> decisions, List<StageEvent> retries) {

        static Told of(List<Timeline.Entry> timeline) {
            Told told = new Told(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
            timeline.forEach(told::add);
            return told;
        }

        private void add(Timeline.Entry entry) {
            StageEvent event = entry.event();
            if (event.body() instanceof Requested && event.stage() == Stage.HUMAN) {
                requests.putIfAbsent(EscalationId.of(event), entry.json());
            } else if (event.body() instanceof HumanDecision) {
                decisions.put(EscalationId.of(event), event.origin().occurredAt());
            } else if (event.body() instanceof RetryRequested) {
                retries.add(event);
            }
        }
    }

    public Uni<Void> from(List<Timeline.Entry> timeline) {
        List<StageEvent> events = timeline.stream().map(Timeline.Entry::event).toList();
        Told told = Told.of(timeline);
        Uni<Void> done = Uni.createFrom().voidItem();
        // The open one last: there may be only one.
        for (Asked asked : Questions.of(events).stream().sorted(Comparator.comparing(Asked::isOpen)).toList()) {
            done = done.chain(() -> question(events.getFirst(), asked, told));
        }
        for (StageEvent retry : told.retries()) {
            done = done.chain(() -> retry(retry));
        }
        return done;
    }

    private static Uni<Void> question(StageEvent of, Asked asked, Told told) {
        EscalationId id = new EscalationId(of.submissionId(), asked.workflowRunId(), asked.attempt());
        String request = Objects.requireNonNull(told.requests().get(id), "a question is made of its request");
        @Nullable
        Instant decidedAt = asked.decision() == null ? null : told.decisions().get(id);
        return Panache.getSession().flatMap(session -> session.createNativeQuery(QUESTION)
                .setParameter("submission", id.submissionId()).setParameter("round", id.workflowRunId())
                .setParameter("attempt", id.attempt()).setParameter("request", request)
                .setParameter("requestedAt", asked.requestedAt()).setParameter("state", asked.state())
                .setParameter("decision", asked.decision()).setParameter("by", asked.decidedBy())
                .setParameter("decidedAt", decidedAt).executeUpdate()).replaceWithVoid();
    }

    private static Uni<Void> retry(StageEvent retry) {
        return Panache.getSession().flatMap(session -> session.createNativeQuery(RETRY)
                .setParameter("submission", retry.submissionId()).setParameter("round", retry.review().workflowRunId())
                .setParameter("stage", retry.stage().key()).setParameter("attempt", retry.attempt())
                .setParameter("by", storable(retry.origin().actor().name())).setParameter("at", retry.origin().occurredAt())
                .executeUpdate()).replaceWithVoid();
    }

    /** An event may name somebody with a NUL, which PostgreSQL does not store. */
    private static String storable(String name) {
        return Shown.of(name).text();
    }
}
