package dev.touchstone.submission.review.precheck;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

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
import dev.touchstone.events.artifacts.StoredArtifact;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.jobs.Outcome;
import dev.touchstone.events.jobs.Session;
import dev.touchstone.events.jobs.Work;
import dev.touchstone.submission.StrictJson;
import dev.touchstone.submission.Submission;
import dev.touchstone.submission.Submissions;
import dev.touchstone.submission.review.precheck.Evidence.Documents;
import dev.touchstone.submission.review.precheck.Evidence.Visit;

/**
 * Carries the precheck out. A sandbox that does not answer says nothing about the agent, so it is asked again; only its
 * answer that the agent cannot be reached is a violation.
 */
@ApplicationScoped
class CarryOutPrecheck implements Work {

    private final Submissions submissions;
    private final Artifacts artifacts;
    private final AgentVisit agent;
    private final Registry registry;

    CarryOutPrecheck(Submissions submissions, Artifacts artifacts, AgentVisit agent, Registry registry) {
        this.submissions = submissions;
        this.artifacts = artifacts;
        this.agent = agent;
        this.registry = registry;
    }

    @Override
    public Stage stage() {
        return Stage.PRECHECK;
    }

    @Override
    public Outcome run(StageEvent request, Session session) {
        if (!(request.body() instanceof Requested requested)) {
            throw new IllegalStateException("A job is made of a request");
        }
        Submission submission = submission(request);
        Documents documents = new Documents(document(requested.agent().card()), document(submission.acceptance().manifest()),
                requested.agent().terms() != null && requested.agent().terms().credential() != null);
        Visit visit = agent.visit(new AgentVisit.Agent(submission.organizationId(), requested.agent().endpoint(),
                documents.card(), submission.acceptance().cardUrl()));
        Evidence evidence = new Evidence(documents, visit,
                registry.records(submission, documents, Prechecks.snapshotDigest(documents)));
        EventBody body = body(Prechecks.report(evidence), visit);
        return Outcome.of(Stream.concat(visit.refusals().stream(), Stream.of(body))
                .map(said -> EventDraft.after(request, said)).toList());
    }

    static EventBody body(PrecheckReport report, Visit visit) {
        ObjectNode summary = summary(report, visit);
        return report.violations().isEmpty()
                ? new Completed(summary, report.metrics(), PrecheckReport.told(report.warnings()))
                : new Failed("precheck_failed", PrecheckReport.told(report.violations()), false, summary, report.metrics());
    }

    private static ObjectNode summary(PrecheckReport report, Visit visit) {
        ObjectNode summary = EventJson.mapper().createObjectNode();
        summary.put("score", report.score());
        summary.set("warnings", EventJson.mapper().valueToTree(PrecheckReport.told(report.warnings())));
        summary.put("snapshotDigest", report.snapshotDigest());
        summary.set("endpoint", EventJson.mapper().valueToTree(visit.probing()));
        if (visit.drift() instanceof CardDrift.Changed changed) {
            summary.set("cardDrift", EventJson.mapper().valueToTree(changed));
        }
        summary.set("checks", EventJson.mapper().valueToTree(report.checks()));
        return summary;
    }

    private Submission submission(StageEvent request) {
        Submission submission = Blocking.inTransaction(() -> submissions.find(request.submissionId()));
        if (submission == null) {
            throw new IllegalStateException("nothing was submitted under " + request.submissionId());
        }
        return submission;
    }

    private JsonNode document(@Nullable ArtifactRef ref) {
        if (ref == null) {
            return MissingNode.getInstance();
        }
        var stored = Blocking.inTransaction(() -> artifacts.find(ref.digest()));
        byte[] content = Optional.ofNullable(stored).flatMap(StoredArtifact::content).orElseThrow(
                () -> new IllegalStateException("the artifact " + ref.digest() + " is not here"));
        return StrictJson.read(ByteBuffer.wrap(content), "The artifact");
    }
}
