package dev.touchstone.review.human;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.touchstone.events.Actor;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.DecisionOverridden;
import dev.touchstone.events.StageStatement.HumanDecision;
import dev.touchstone.events.access.Caller;
import dev.touchstone.events.outbox.CausalClock;
import dev.touchstone.events.outbox.Outbox;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Findings.Ruling;
import dev.touchstone.review.Problems.Violation;
import dev.touchstone.review.Sight;
import dev.touchstone.review.cases.Cases;
import io.smallrye.mutiny.Uni;

/**
 * Takes decisions: one for each escalation, the first one; when a second reviewer agrees where it takes two. Works in the
 * caller's transaction.
 */
@ApplicationScoped
public class Decisions {

    private static final Violation NOTES_MISSING = new Violation("/notes",
            "is required where two reviewers must agree: say why");

    private final Escalations escalations;
    private final Retries retries;
    private final Cases cases;
    private final CausalClock causality;
    private final Outbox outbox;
    private final Clock clock;

    Decisions(Escalations escalations, Retries retries, Cases cases, CausalClock causality, Outbox outbox, Clock clock) {
        this.escalations = escalations;
        this.retries = retries;
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

    /** What waits for a second reviewer. */
    public Uni<Optional<Proposal>> proposal(UUID submissionId) {
        return escalations.latest(submissionId)
                .map(asked -> asked == null ? Optional.empty() : Optional.ofNullable(asked.proposal()));
    }

    /** Whether this reviewer cannot approve alone, having had the judge, or a stage before it, run again in this round. */
    public Uni<Boolean> hasAskedAgain(CaseView view, String reviewer) {
        return retries.askedAgain(view.submissionId(), view.subject().review().workflowRunId())
                .map(names -> Weighing.isAmong(reviewer, names));
    }

    private Uni<DecisionOutcome> decide(DecisionRequest request, Caller caller) {
        return cases.find(request.submissionId(), Sight.of(caller)).flatMap(view -> view
                .map(known -> known.isOwnOf(caller) ? outcome(new DecisionOutcome.OwnOrganization())
                        : inTurn(request, caller.name()))
                .orElseGet(() -> outcome(new DecisionOutcome.UnknownSubmission())));
    }

    private static Uni<DecisionOutcome> outcome(DecisionOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }

    /** A decision that its author may take, and the case that it is about. */
    private record Wish(DecisionRequest request, String by, CaseView view) {

        Weighing weighing(EscalationRow asked, List<String> askedAgain) {
            return Weighing.of(new Weighing.Word(request.decision(), request.notes(), by),
                    Grounds.of(view, HumanStage.escalationOf(asked.requestEvent()).sourceStage(), asked.proposal(),
                            askedAgain));
        }

        boolean isDespite(Claim claim) {
            return request.despiteClaim() || claim.claimedBy().equals(by);
        }
    }

    /**
     * The review's turn is taken before its rows, as the event handler does: two orders would be a deadlock. What is known is
     * read after that, so that verdict, question and proposal belong together.
     */
    private Uni<DecisionOutcome> inTurn(DecisionRequest request, String by) {
        return causality.observe(request.submissionId(), 1).chain(() -> cases.again(request.submissionId()))
                .flatMap(view -> escalations.latest(request.submissionId())
                        .flatMap(asked -> weigh(new Wish(request, by, view), asked)));
    }

    private Uni<DecisionOutcome> weigh(Wish wish, @Nullable EscalationRow asked) {
        if (asked == null || !asked.isOpen() || !asked.isAskedIn(wish.view())) {
            return outcome(tooLate(wish, asked));
        }
        return escalations.claim(wish.view().submissionId()).flatMap(claim -> claim == null || wish.isDespite(claim)
                ? weighOpen(wish, asked)
                : outcome(new DecisionOutcome.ClaimedByAnother(claim)));
    }

    private Uni<DecisionOutcome> weighOpen(Wish wish, EscalationRow asked) {
        return retries.askedAgain(asked.id.submissionId(), asked.id.workflowRunId())
                .flatMap(askedAgain -> act(wish, asked, wish.weighing(asked, askedAgain)));
    }

    private Uni<DecisionOutcome> act(Wish wish, EscalationRow asked, Weighing weighing) {
        return switch (weighing) {
            case Weighing.Stands ignored -> decide(wish, asked, null);
            case Weighing.Confirms(Ruling overridden, Proposal first) ->
                decide(wish, asked, overridden == null ? null : override(wish, overridden, first));
            case Weighing.Proposes ignored -> propose(wish, asked);
            case Weighing.OwnAgreement(Proposal first) -> outcome(new DecisionOutcome.OwnAgreement(first.by(), first.at()));
            case Weighing.NotesMissing ignored -> outcome(new DecisionOutcome.Invalid(List.of(NOTES_MISSING)));
            case Weighing.VerdictUnknown ignored -> outcome(new DecisionOutcome.VerdictUnknown());
        };
    }

    private static DecisionOverridden override(Wish wish, Ruling overridden, Proposal first) {
        return new DecisionOverridden(wish.request().decision(), wish.request().notes(), wish.by(), overridden.key(),
                new DecisionOverridden.Proposal(first.by(), first.at(), first.notes()));
    }

    private Uni<DecisionOutcome> propose(Wish wish, EscalationRow asked) {
        Proposal proposal = new Proposal(wish.request().decision(), wish.by(), clock.instant(),
                Objects.requireNonNull(wish.request().notes()));
        return escalations.propose(asked.id, proposal).flatMap(first -> first
                ? outcome(new DecisionOutcome.AwaitsSecond(proposal.by(), proposal.at(), proposal.decision()))
                : lost(wish, asked));
    }

    private Uni<DecisionOutcome> decide(Wish wish, EscalationRow asked, @Nullable DecisionOverridden override) {
        return escalations.decide(asked.id, wish.request().decision(), wish.by(), clock.instant())
                .flatMap(first -> first ? tell(wish, asked.requestEvent(), override) : lost(wish, asked));
    }

    private Uni<DecisionOutcome> tell(Wish wish, StageEvent asked, @Nullable DecisionOverridden override) {
        DecisionRequest request = wish.request();
        HumanDecision decision = new HumanDecision(request.decision(), request.notes(), wish.by(),
                HumanStage.escalationOf(asked).sourceStage());
        Completed completed = new Completed(
                JsonNodeFactory.instance.objectNode().put("decision", request.decision().key()), Map.of(), List.of());
        List<EventDraft> drafts = Stream.of(override, decision, completed).<EventBody> mapMulti((body, told) -> {
            if (body != null) {
                told.accept(body);
            }
        }).map(body -> EventDraft.after(asked, body).by(Actor.person(wish.by()))).toList();
        return outbox.emitAll(drafts).map(told -> new DecisionOutcome.Taken(told.get(told.size() - 2)));
    }

    /** Somebody was faster, although nobody could be who takes turns: the row has the last word. */
    private Uni<DecisionOutcome> lost(Wish wish, EscalationRow asked) {
        return escalations.again(asked).map(row -> tooLate(wish, row));
    }

    private static DecisionOutcome tooLate(Wish wish, @Nullable EscalationRow asked) {
        DecisionOutcome nothing = new DecisionOutcome.NothingPending(wish.view().course().state());
        return asked == null ? nothing : alreadyDecided(asked).<DecisionOutcome> map(answer -> answer).orElse(nothing);
    }

    private static Optional<DecisionOutcome.AlreadyDecided> alreadyDecided(EscalationRow asked) {
        String decision = asked.decision;
        String by = asked.decidedBy;
        Instant at = asked.decidedAt;
        return decision == null || by == null || at == null
                ? Optional.empty()
                : Optional.of(new DecisionOutcome.AlreadyDecided(decision, by, at));
    }
}
