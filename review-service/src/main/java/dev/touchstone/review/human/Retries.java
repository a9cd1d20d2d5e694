package dev.touchstone.review.human;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.Actor;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.access.Caller;
import dev.touchstone.events.outbox.CausalClock;
import dev.touchstone.events.outbox.Outbox;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Problems.Violation;
import dev.touchstone.review.Sight;
import dev.touchstone.review.StageAttempt;
import dev.touchstone.review.cases.Cases;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Passes on that a stage is wanted again: once for each attempt. Works in the caller's transaction. */
@ApplicationScoped
public class Retries {

    private static final String IN_ROUND = """
            from RetryRow where id.submissionId = :submission and id.workflowRunId = :round
            order by requestedAt""";

    private final Cases cases;
    private final CausalClock causality;
    private final Outbox outbox;
    private final Clock clock;

    Retries(Cases cases, CausalClock causality, Outbox outbox, Clock clock) {
        this.cases = cases;
        this.causality = causality;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Asks as it is put in: a JSON object, or a form made into one. The caller is who asks. */
    public Uni<RetryOutcome> ask(JsonNode body, Caller caller) {
        return switch (RetryRequest.read(body)) {
            case Fields.Read.Invalid<RetryRequest>(List<Violation> violations) ->
                Uni.createFrom().item(new RetryOutcome.Invalid(violations));
            case Fields.Read.Valid<RetryRequest>(RetryRequest request) -> ask(request, caller);
        };
    }

    /** Who asked in this round for the judge, or a stage before it, again. */
    Uni<List<String>> askedAgain(UUID submissionId, UUID round) {
        return Panache.getSession().flatMap(session -> session.createSelectionQuery(IN_ROUND, RetryRow.class)
                .setParameter("submission", submissionId).setParameter("round", round).getResultList())
                .map(rows -> rows.stream().filter(row -> !Stage.JUDGE.isBefore(Stage.of(row.id.stage())))
                        .map(row -> row.requestedBy).distinct().toList());
    }

    private Uni<RetryOutcome> ask(RetryRequest request, Caller caller) {
        return cases.find(request.submissionId(), Sight.of(caller)).flatMap(view -> view
                .map(known -> known.isOwnOf(caller)
                        ? Uni.createFrom().<RetryOutcome> item(new RetryOutcome.OwnOrganization())
                        : inTurn(request, caller.name()))
                .orElseGet(() -> Uni.createFrom().item(new RetryOutcome.UnknownSubmission())));
    }

    /**
     * One after the other, so that the second finds the row of the first instead of a violated key. What is known is read after
     * the turn is taken: the review may have ended, or the stage run again, while this waited for it.
     */
    private Uni<RetryOutcome> inTurn(RetryRequest request, String requestedBy) {
        return causality.observe(request.submissionId(), 1).chain(() -> cases.again(request.submissionId()))
                .flatMap(view -> ask(request, requestedBy, view));
    }

    private Uni<RetryOutcome> ask(RetryRequest request, String requestedBy, CaseView view) {
        Optional<StageAttempt> attempt = view.current(request.stage());
        if (view.course().state().isTerminal()) {
            return Uni.createFrom().item(new RetryOutcome.ReviewEnded(view.course().state()));
        }
        if (attempt.isEmpty()) {
            return Uni.createFrom().item(new RetryOutcome.HasNotRun(request.stage()));
        }
        RetryId id = RetryId.of(view.submissionId(), attempt.get());
        return row(id).flatMap(earlier -> earlier == null
                ? tell(request, requestedBy, view, id)
                : Uni.createFrom().item(new RetryOutcome.AlreadyAsked(earlier.requestedBy, earlier.requestedAt)));
    }

    private Uni<RetryOutcome> tell(RetryRequest request, String requestedBy, CaseView view, RetryId id) {
        RetryRow row = new RetryRow();
        row.id = id;
        row.requestedBy = requestedBy;
        row.requestedAt = clock.instant();
        EventDraft draft = EventDraft.of(view.subject().review(), request.stage(), id.attempt(),
                new RetryRequested(request.reason(), request.llmOverride())).by(Actor.person(requestedBy));
        return Panache.getSession().flatMap(session -> session.persist(row)).chain(() -> outbox.emit(draft))
                .map(RetryOutcome.Asked::new);
    }

    private static Uni<@Nullable RetryRow> row(RetryId id) {
        return Panache.getSession().flatMap(session -> session.find(RetryRow.class, id));
    }
}
