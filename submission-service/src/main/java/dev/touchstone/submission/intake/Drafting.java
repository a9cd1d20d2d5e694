package dev.touchstone.submission.intake;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

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
import dev.touchstone.submission.card.Snapshot;
import dev.touchstone.submission.intake.SubmissionRequest.Wandb;
import dev.touchstone.submission.policy.Policies;

/** Settles what a submission's whole review goes by. The W&amp;B run is fixed here, once and for all. */
@ApplicationScoped
class Drafting {

    static final String JSON = "application/json";
    private static final int DERIVED_DIGITS = 12;
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

    /** The files that are kept with the submission, as JSON. */
    record Files(String card, @Nullable String manifest) {

        byte[] cardBytes() {
            return card.getBytes(StandardCharsets.UTF_8);
        }

        Optional<byte[]> manifestBytes() {
            return Optional.ofNullable(manifest).map(text -> text.getBytes(StandardCharsets.UTF_8));
        }
    }

    static Files files(Body body, SubmissionRequest request) {
        return new Files(body.textOf("cardDocument"),
                request.endpointManifest().isMissingNode() ? null : body.textOf("endpointManifest"));
    }

    Dossier dossier(String organization, SubmissionRequest request, AgentCard card, Files files) {
        UUID id = UUID.randomUUID();
        ReviewRef review = new ReviewRef(id, UUID.randomUUID(), request.agentId(), revision(request),
                run(request.telemetry().wandb(), id));
        AgentTarget agent = new AgentTarget(card.profile().displayName(), card.endpoint(), card.protocol(),
                artifacts.describe("card.json", JSON, files.cardBytes()));
        return new Dossier(review, agent, context(organization, request), request.telemetry().llmJudge());
    }

    Acceptance acceptance(SubmissionRequest request, Files files, List<String> warnings) {
        ArtifactRef manifest = files.manifestBytes()
                .map(bytes -> artifacts.describe("endpoint_manifest.json", JSON, bytes)).orElse(null);
        return new Acceptance(manifest, request.organization(), request.provenance(), warnings);
    }

    /** The same content gets the same revision, whatever its white space. */
    private static String revision(SubmissionRequest request) {
        String given = request.revision();
        if (given != null) {
            return given;
        }
        String digest = Snapshot.digest(request.cardDocument(), request.endpointManifest());
        return "snapshot-" + digest.substring("sha256:".length(), "sha256:".length() + DERIVED_DIGITS);
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

    private ReviewContext context(String organization, SubmissionRequest request) {
        Provenance provenance = request.provenance();
        // What is in force when the round begins; the ruling names the version that it was made under in the end.
        String policyVersion = Blocking.inTransaction(policies::activeVersion);
        return provenance == null
                ? new ReviewContext(organization, null, null, null, policyVersion)
                : new ReviewContext(organization, provenance.repository(), provenance.branch(), provenance.commit(),
                        policyVersion);
    }
}
