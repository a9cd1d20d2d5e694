package dev.touchstone.review.pages.desk;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.access.Caller;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.human.DecisionOutcome.AlreadyDecided;
import dev.touchstone.review.human.Decisions;
import dev.touchstone.review.human.LlmOffer;
import dev.touchstone.review.human.LlmOffers;
import io.smallrye.mutiny.Uni;

/** Knows what a page shows besides what the events tell. Works in the caller's session. */
@ApplicationScoped
class Besides {

    private final Decisions decisions;
    private final LlmOffers llms;

    Besides(Decisions decisions, LlmOffers llms) {
        this.decisions = decisions;
        this.llms = llms;
    }

    /**
     * @param decision on the last question, which may not have come back as an event yet
     * @param offer of LLMs, for a reader who may ask for one
     */
    record Known(Optional<AlreadyDecided> decision, LlmOffer offer) {
    }

    Uni<Known> of(CaseView view, Caller reader) {
        return decisions.lastAnswer(view.submissionId())
                .flatMap(decision -> offer(Leave.of(reader, view)).map(offer -> new Known(decision, offer)));
    }

    private Uni<LlmOffer> offer(Leave leave) {
        return leave.retries() ? llms.current() : Uni.createFrom().item(LlmOffer.UNKNOWN);
    }
}
