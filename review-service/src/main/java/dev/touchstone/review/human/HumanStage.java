package dev.touchstone.review.human;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.EventDraft;
import dev.touchstone.events.OwnerStatement.Escalation;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.DecisionPending;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.outbox.Outbox;
import dev.touchstone.review.CaseView;
import io.smallrye.mutiny.Uni;

/** Asks a person when the review asks for one, and stops asking when the review goes another way. */
@ApplicationScoped
public class HumanStage {

    private final Escalations escalations;
    private final Outbox outbox;

    HumanStage(Escalations escalations, Outbox outbox) {
        this.escalations = escalations;
        this.outbox = outbox;
    }

    /**
     * Works in the caller's transaction.
     *
     * @param view the case with this event in it
     */
    public Uni<Void> hear(StageEvent event, byte[] payload, CaseView view) {
        if (view.course().state().isTerminal()) {
            return escalations.withdraw(event.submissionId());
        }
        if (!(event.body() instanceof Requested request)) {
            return Uni.createFrom().voidItem();
        }
        // A review waits for one thing at a time: whatever is requested, an earlier question is no longer asked.
        return event.stage() == Stage.HUMAN
                ? escalations.withdrawOthers(EscalationId.of(event)).chain(() -> ask(event, payload, request))
                : escalations.withdraw(event.submissionId());
    }

    private Uni<Void> ask(StageEvent event, byte[] payload, Requested request) {
        Escalation escalation = escalationOf(request);
        return escalations.open(event, payload).flatMap(first -> first
                ? outbox.emitAll(List.of(EventDraft.after(event, new Started()),
                        EventDraft.after(event, new DecisionPending(escalation.sourceStage(), escalation.reason()))))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem());
    }

    /** A request without an escalation is not lost: a person is asked about everything that went before. */
    private static Escalation escalationOf(Requested request) {
        return request.escalation() == null ? new Escalation(Stage.JUDGE, request.reason()) : request.escalation();
    }

    static Escalation escalationOf(StageEvent request) {
        return request.body() instanceof Requested body
                ? escalationOf(body)
                : new Escalation(Stage.JUDGE, "no reason was given");
    }
}
