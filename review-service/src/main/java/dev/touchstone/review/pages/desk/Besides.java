package dev.touchstone.review.pages.desk;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.review.ReviewConfig;
import dev.touchstone.review.artifacts.rows.CaseEvidence;
import dev.touchstone.review.human.Claim;
import dev.touchstone.review.human.Claims;
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

    /** Enough that each kind of outcome is likely among them. */
    private static final int WORST_OF_A_STAGE = 12;

    private final Decisions decisions;
    private final LlmOffers llms;
    private final CaseEvidence evidence;
    private final Claims claims;
    private final ReviewConfig config;

    Besides(Decisions decisions, LlmOffers llms, CaseEvidence evidence, Claims claims, ReviewConfig config) {
        this.decisions = decisions;
        this.llms = llms;
        this.evidence = evidence;
        this.claims = claims;
        this.config = config;
    }

    /**
     * What people have said and promised about the case.
     *
     * @param decision on the last question, which may not have come back as an event yet
     * @param proposal that waits for a second reviewer
     * @param again whether the reader had the judge, or a stage before it, run again
     * @param claim of who looks after it
     * @param sla how soon a person is to answer
     */
    record People(Optional<AlreadyDecided> decision, Optional<Proposal> proposal, boolean again, Optional<Claim> claim,
            Duration sla) {
    }

    /**
     * @param offer of LLMs, for a reader who may ask for one
     * @param worst lines of the stages' reports
     */
    record Known(People people, LlmOffer offer, CaseEvidence.Telling worst) {
    }

    Uni<Known> of(Scene scene) {
        return people(scene).flatMap(
                people -> offer(scene).flatMap(offer -> worst(scene).map(worst -> new Known(people, offer, worst))));
    }

    private Uni<People> people(Scene scene) {
        UUID submissionId = scene.view().submissionId();
        return decisions.lastAnswer(submissionId).flatMap(decision -> decisions.proposal(submissionId)
                .flatMap(proposal -> decisions.hasAskedAgain(scene.view(), scene.reader().name())
                        .flatMap(again -> claims.current(submissionId)
                                .map(claim -> new People(decision, proposal, again, claim, config.sla())))));
    }

    private Uni<CaseEvidence.Telling> worst(Scene scene) {
        return evidence.worst(scene.view(), scene.told().events(), scene.reader(), WORST_OF_A_STAGE);
    }

    private Uni<LlmOffer> offer(Scene scene) {
        return Leave.of(scene.reader(), scene.view()).retries() ? llms.current() : Uni.createFrom().item(LlmOffer.UNKNOWN);
    }
}
