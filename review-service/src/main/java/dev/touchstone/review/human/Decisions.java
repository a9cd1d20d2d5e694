package dev.touchstone.review.human;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.events.Actor;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.HumanDecision;
import dev.touchstone.events.outbox.CausalClock;
import dev.touchstone.events.outbox.Outbox;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Problems.Violation;
import dev.touchstone.review.cases.Cases;
import io.smallrye.mutiny.Uni;

/** Takes decisions: one for each escalation, the first one. Works in the caller's transaction. */
@ApplicationScoped
public class Decisions {

    private final Escalations escalations;
    private final Cases cases;
    private final CausalClock causality;
    private final Outbox outbox;
    private final Clock clock;

    Decisions(Escalations escalations, Cases cases, CausalClock causality, Outbox outbox, Clock clock) {
        this.escalations = escalations;
        this.cases = cases;
        this.causality = causality;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Takes a decision as it is put in: a JSON object, or a form made into one. */
    public Uni<DecisionOutcome> decide(JsonNode body) {
        return switch (DecisionRequest.read(body)) {
            case Fields.Read.Invalid<DecisionRequest>(List<Violation> violations) ->
                Uni.createFrom().item(new DecisionOutcome.Invalid(violations));
            case Fields.Read.Valid<DecisionRequest>(DecisionRequest request) -> decide(request);
        };
    }

    /** The answer to what was asked last of this review, if there is one. It is known here before the events tell of it. */
    public Uni<Optional<DecisionOutcome.AlreadyDecided>> lastAnswer(UUID submissionId) {
        return escalations.latest(submissionId)
                .map(asked -> asked == null ? Optional.empty() : alreadyDecided(asked));
    }

    private Uni<DecisionOutcome> decide(DecisionRequest request) {
        return escalations.latest(request.submissionId())
                .flatMap(asked -> asked == null ? nothingPending(request) : decide(request, asked));
    }

    private Uni<DecisionOutcome> decide(DecisionRequest request, EscalationRow asked) {
        // The review's turn is taken before the row, as the event handler does: two orders would be a deadlock.
        return causality.observe(request.submissionId(), 1)
                .chain(() -> escalations.decide(asked.id, request.decision(), request.decidedBy(), clock.instant()))
                .flatMap(first -> first ? tell(request, asked.requestEvent()) : tooLate(request, asked));
    }

    private Uni<DecisionOutcome> tell(DecisionRequest request, StageEvent asked) {
        Actor person = Actor.person(request.decidedBy());
        HumanDecision decision = new HumanDecision(request.decision(), request.notes(), request.decidedBy(),
                HumanStage.escalationOf(asked).sourceStage());
        Completed completed = new Completed(
                JsonNodeFactory.instance.objectNode().put("decision", request.decision().key()), Map.of(), List.of());
        return outbox.emitAll(List.of(EventDraft.after(asked, decision).by(person),
                EventDraft.after(asked, completed).by(person)))
                .map(told -> new DecisionOutcome.Taken(told.getFirst()));
    }

    private Uni<DecisionOutcome> tooLate(DecisionRequest request, EscalationRow row) {
        return escalations.again(row).flatMap(asked -> alreadyDecided(asked)
                .<Uni<DecisionOutcome>> map(answer -> Uni.createFrom().item(answer))
                .orElseGet(() -> nothingPending(request)));
    }

    private static Optional<DecisionOutcome.AlreadyDecided> alreadyDecided(EscalationRow asked) {
        String decision = asked.decision;
        String by = asked.decidedBy;
        Instant at = asked.decidedAt;
        return decision == null || by == null || at == null
                ? Optional.empty()
                : Optional.of(new DecisionOutcome.AlreadyDecided(decision, by, at));
    }

    private Uni<DecisionOutcome> nothingPending(DecisionRequest request) {
        return cases.find(request.submissionId()).map(view -> view.map(CaseView::course)
                .<DecisionOutcome> map(course -> new DecisionOutcome.NothingPending(course.state()))
                .orElseGet(DecisionOutcome.UnknownSubmission::new));
    }
}
