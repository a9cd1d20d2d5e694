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
import dev.touchstone.events.access.Caller;
import dev.touchstone.events.outbox.CausalClock;
import dev.touchstone.events.outbox.Outbox;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Problems.Violation;
import dev.touchstone.review.Sight;
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

    /** Takes a decision as it is put in: a JSON object, or a form made into one. The caller is who decides. */
    public Uni<DecisionOutcome> decide(JsonNode body, Caller caller) {
        return switch (DecisionRequest.read(body)) {
            case Fields.Read.Invalid<DecisionRequest>(List<Violation> violations) ->
                Uni.createFrom().item(new DecisionOutcome.Invalid(violations));
            case Fields.Read.Valid<DecisionRequest>(DecisionRequest request) -> decide(request, caller);
        };
    }

    /** The answer to what was asked last of this review, if there is one. It is known here before the events tell of it. */
    public Uni<Optional<DecisionOutcome.AlreadyDecided>> lastAnswer(UUID submissionId) {
        return escalations.latest(submissionId)
                .map(asked -> asked == null ? Optional.empty() : alreadyDecided(asked));
    }

    private Uni<DecisionOutcome> decide(DecisionRequest request, Caller caller) {
        return cases.find(request.submissionId(), Sight.of(caller)).flatMap(view -> view
                .map(known -> known.isOwnOf(caller) ? refused(new DecisionOutcome.OwnOrganization())
                        : decide(new Wish(request, caller.name(), known)))
                .orElseGet(() -> refused(new DecisionOutcome.UnknownSubmission())));
    }

    private static Uni<DecisionOutcome> refused(DecisionOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }

    /** A decision that its author may take, if it is asked for. */
    private record Wish(DecisionRequest request, String decidedBy, CaseView view) {
    }

    private Uni<DecisionOutcome> decide(Wish wish) {
        return escalations.latest(wish.view().submissionId())
                .flatMap(asked -> asked == null ? refused(nothingPending(wish)) : decide(wish, asked));
    }

    private Uni<DecisionOutcome> decide(Wish wish, EscalationRow asked) {
        // The review's turn is taken before the row, as the event handler does: two orders would be a deadlock.
        return causality.observe(wish.view().submissionId(), 1)
                .chain(() -> escalations.decide(asked.id, wish.request().decision(), wish.decidedBy(), clock.instant()))
                .flatMap(first -> first ? tell(wish, asked.requestEvent()) : tooLate(wish, asked));
    }

    private Uni<DecisionOutcome> tell(Wish wish, StageEvent asked) {
        DecisionRequest request = wish.request();
        Actor person = Actor.person(wish.decidedBy());
        HumanDecision decision = new HumanDecision(request.decision(), request.notes(), wish.decidedBy(),
                HumanStage.escalationOf(asked).sourceStage());
        Completed completed = new Completed(
                JsonNodeFactory.instance.objectNode().put("decision", request.decision().key()), Map.of(), List.of());
        return outbox.emitAll(List.of(EventDraft.after(asked, decision).by(person),
                EventDraft.after(asked, completed).by(person)))
                .map(told -> new DecisionOutcome.Taken(told.getFirst()));
    }

    private Uni<DecisionOutcome> tooLate(Wish wish, EscalationRow row) {
        return escalations.again(row).map(asked -> alreadyDecided(asked).<DecisionOutcome> map(answer -> answer)
                .orElseGet(() -> nothingPending(wish)));
    }

    private static Optional<DecisionOutcome.AlreadyDecided> alreadyDecided(EscalationRow asked) {
        String decision = asked.decision;
        String by = asked.decidedBy;
        Instant at = asked.decidedAt;
        return decision == null || by == null || at == null
                ? Optional.empty()
                : Optional.of(new DecisionOutcome.AlreadyDecided(decision, by, at));
    }

    private static DecisionOutcome nothingPending(Wish wish) {
        return new DecisionOutcome.NothingPending(wish.view().course().state());
    }
}
