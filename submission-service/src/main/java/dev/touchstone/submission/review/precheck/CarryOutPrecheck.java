package dev.touchstone.submission.review.precheck;

import java.io.IOException;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.jobs.Outcome;
import dev.touchstone.events.jobs.Session;
import dev.touchstone.events.jobs.Work;
import dev.touchstone.submission.SandboxRelay;
import dev.touchstone.submission.SandboxRelay.Probing;
import dev.touchstone.submission.Submission;
import dev.touchstone.submission.Submissions;

/**
 * Carries the precheck out. A sandbox that does not answer says nothing about the agent, so it is asked again; only its
 * answer that the agent cannot be reached is a violation.
 */
@ApplicationScoped
class CarryOutPrecheck implements Work {

    private final Submissions submissions;
    private final Artifacts artifacts;
    private final SandboxRelay relay;

    CarryOutPrecheck(Submissions submissions, Artifacts artifacts, @RestClient SandboxRelay relay) {
        this.submissions = submissions;
        this.artifacts = artifacts;
        this.relay = relay;
    }

    @Override
    public Stage stage() {
        return Stage.PRECHECK;
    }

    @Override
    public Outcome run(StageEvent request, Session session) throws IOException {
        if (!(request.body() instanceof Requested requested)) {
            throw new IllegalStateException("A job is made of a request");
        }
        JsonNode card = document(requested.agent().card());
        JsonNode manifest = manifest(request);
        Probing probing = relay.probe(new SandboxRelay.Address(requested.agent().endpoint())).await().indefinitely();
        PrecheckReport report = Prechecks.report(card, manifest, probing);
        return Outcome.of(EventDraft.after(request, body(report, probing)));
    }

    static EventBody body(PrecheckReport report, Probing probing) {
        ObjectNode summary = summary(report, probing);
        return report.violations().isEmpty()
                ? new Completed(summary, report.metrics(), PrecheckReport.told(report.warnings()))
                : new Failed("precheck_failed", PrecheckReport.told(report.violations()), false, summary, report.metrics());
    }

    private static ObjectNode summary(PrecheckReport report, Probing probing) {
        ObjectNode summary = EventJson.mapper().createObjectNode();
        summary.put("score", report.score());
        summary.set("warnings", EventJson.mapper().valueToTree(PrecheckReport.told(report.warnings())));
        summary.put("snapshotDigest", report.snapshotDigest());
        summary.set("endpoint", EventJson.mapper().valueToTree(probing));
        summary.set("checks", EventJson.mapper().valueToTree(report.checks()));
        return summary;
    }

    private JsonNode manifest(StageEvent request) throws IOException {
        Submission submission = Blocking.inTransaction(() -> submissions.find(request.submissionId()));
        if (submission == null) {
            throw new IllegalStateException("nothing was submitted under " + request.submissionId());
        }
        ArtifactRef manifest = submission.acceptance().manifest();
        return manifest == null ? MissingNode.getInstance() : document(manifest);
    }

    private JsonNode document(ArtifactRef ref) throws IOException {
        var stored = Blocking.inTransaction(() -> artifacts.find(ref.digest()));
        if (stored == null) {
            throw new IllegalStateException("the artifact " + ref.digest() + " is not here");
        }
        return EventJson.mapper().readTree(stored.content());
    }
}
