package dev.touchstone.submission.intake;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.Problems;
import dev.touchstone.submission.intake.Examination.Examined;
import dev.touchstone.submission.intake.request.Body;
import dev.touchstone.submission.intake.request.IdempotencyKey;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Takes submissions in. */
@ApplicationScoped
class Intake {

    private final Examination examination;
    private final Admission admission;
    private final Once once;
    private final IntakeConfig config;

    Intake(Examination examination, Admission admission, Once once, IntakeConfig config) {
        this.examination = examination;
        this.admission = admission;
        this.once = once;
        this.config = config;
    }

    /**
     * @throws HttpProblem for every refusal
     */
    Receipt submit(Client client, Body body) {
        IdempotencyKey key = client.key();
        if (key == null && config.idempotency().required()) {
            throw Problems.keyMissing();
        }
        // A repeat is answered as the first request was, even if the same request would be refused today.
        return key == null ? accept(client, body, null)
                : once.carryOut(client.organizationId(), key.value(), body.digest(), claim -> accept(client, body, claim));
    }

    private Receipt accept(Client client, Body body, Claim.@Nullable Mine claim) {
        return switch (examination.examine(body, client.organizationId())) {
            case Examined.Sound(Proposal proposal) -> admission.admit(client, body.digest(), proposal, claim);
            case Examined.Unsound(HttpProblem problem) -> throw problem;
        };
    }

    /** What {@link #submit} would come to now, without a key. Nothing is stored. */
    Rehearsal rehearse(Client client, Body body) {
        return switch (examination.examine(body, client.organizationId())) {
            case Examined.Sound(Proposal proposal) -> Rehearsal.of(proposal, admission.rehearse(client, proposal));
            case Examined.Unsound(HttpProblem problem) -> Rehearsal.of(problem);
        };
    }
}
