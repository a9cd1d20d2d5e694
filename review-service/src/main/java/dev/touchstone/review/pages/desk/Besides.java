package dev.touchstone.review.pages.desk;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.review.human.DecisionOutcome.AlreadyDecided;
import dev.touchstone.review.human.Decisions;
import dev.touchstone.review.human.LlmOffer;
import dev.touchstone.review.human.LlmOffers;
import dev.touchstone.review.human.Proposal;
import dev.touchstone.review.pages.submission.Scene;
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
     * @param proposal that waits for a second reviewer
     * @param offer of LLMs, for a reader who may ask for one
     */
    record Known(Optional<AlreadyDecided> decision, Optional<Proposal> proposal, LlmOffer offer) {
    }

    Uni<Known> of(Scene scene) {
        return decisions.lastAnswer(scene.view().submissionId())
                .flatMap(decision -> decisions.proposal(scene.view().submissionId())
                        .flatMap(proposal -> offer(scene).map(offer -> new Known(decision, proposal, offer))));
    }

    private Uni<LlmOffer> offer(Scene scene) {
        return Leave.of(scene.reader(), scene.view()).retries() ? llms.current() : Uni.createFrom().item(LlmOffer.UNKNOWN);
    }
}
