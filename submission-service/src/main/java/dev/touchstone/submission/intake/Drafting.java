package dev.touchstone.submission.intake;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.ReviewContext;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.WandbRun;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.submission.Acceptance;
import dev.touchstone.submission.Acceptance.Provenance;
import dev.touchstone.submission.Dossier;
import dev.touchstone.submission.card.AgentCard;
import dev.touchstone.submission.intake.request.SubmissionRequest;
import dev.touchstone.submission.intake.request.SubmissionRequest.Wandb;
import dev.touchstone.submission.policy.Policies;

/** Settles what a submission's whole review goes by. The W&amp;B run is fixed here, once and for all. */
@ApplicationScoped
class Drafting {

    static final String JSON = "application/json";
    private static final URI CLOUD = URI.create("https://wandb.ai");
    private static final URI CLOUD_API = URI.create("https://api.wandb.ai");

    private final WandbConfig wandb;
    private final Policies policies;
    private final Artifacts artifacts;

    Drafting(WandbConfig wandb, Policies policies, Artifacts artifacts) {
        this.wandb = wandb;
        this.policies = policies;
        this.artifacts = artifacts;
    }

    Dossier dossier(String organizationId, Proposal proposal) {
        UUID id = UUID.randomUUID();
        SubmissionRequest request = proposal.request();
        ReviewRef review = new ReviewRef(id, UUID.randomUUID(), proposal.agentId(), proposal.revision(),
                run(request.telemetry().wandb(), id));
        AgentCard card = proposal.card();
        AgentTarget agent = new AgentTarget(card.profile().displayName(), proposal.endpoint(), card.protocol(),
                artifacts.describe("card.json", JSON, proposal.cardBytes()), proposal.terms());
        return new Dossier(review, agent, context(organizationId, request), request.telemetry().llmJudge());
    }

    Acceptance acceptance(Proposal proposal) {
        SubmissionRequest request = proposal.request();
        ArtifactRef manifest = proposal.manifestBytes()
                .map(bytes -> artifacts.describe("endpoint_manifest.json", JSON, bytes)).orElse(null);
        return new Acceptance(manifest, request.cardUrl(), request.signatureBundle(), request.organization(),
                request.provenance(),
                proposal.warnings());
    }

    private WandbRun run(Wandb asked, UUID submissionId) {
        WandbRun run = new WandbRun(Optional.ofNullable(asked.entity()).orElseGet(wandb::entity),
                Optional.ofNullable(asked.project()).orElseGet(wandb::project),
                Optional.ofNullable(asked.runId()).orElse("submission-" + submissionId),
                Optional.ofNullable(asked.baseUrl()).orElseGet(wandb::baseUrl));
        WandbRun atHome = at(run, wandb.baseUrl());
        return namesTheApi(run, atHome) ? atHome : run;
    }

    /** The API and the application lead to the same runs: under two addresses one run could be taken twice. */
    private boolean namesTheApi(WandbRun run, WandbRun atHome) {
        return wandb.apiUrl().filter(api -> run.equals(at(run, api))).isPresent()
                || (atHome.equals(at(run, CLOUD)) && run.equals(at(run, CLOUD_API)));
    }

    /** Runs are compared, and not addresses: a run knows its address in one spelling. */
    private static WandbRun at(WandbRun run, URI baseUrl) {
        return new WandbRun(run.entity(), run.project(), run.runId(), baseUrl);
    }

    private ReviewContext context(String organizationId, SubmissionRequest request) {
        Provenance provenance = request.provenance();
        // What is in force when the round begins; the ruling names the version that it was made under in the end.
        String policyVersion = Blocking.inTransaction(policies::activeVersion);
        return provenance == null
                ? new ReviewContext(organizationId, null, null, null, policyVersion)
                : new ReviewContext(organizationId, provenance.repository(), provenance.branch(), provenance.commit(),
                        policyVersion);
    }
}
