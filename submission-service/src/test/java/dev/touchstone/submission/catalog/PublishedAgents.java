package dev.touchstone.submission.catalog;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.OwnerStatement.ScorePart;
import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.ReviewContext;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.WandbRun;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.submission.Acceptance;
import dev.touchstone.submission.Dossier;
import dev.touchstone.submission.Submissions;
import dev.touchstone.submission.review.Approval;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;

/** Publishes revisions at once, without the reviews that would take a test its time. */
@ApplicationScoped
@Unremovable
class PublishedAgents {

    private final Submissions submissions;
    private final Catalog catalog;

    PublishedAgents(Submissions submissions, Catalog catalog) {
        this.submissions = submissions;
        this.catalog = catalog;
    }

    /** A name that no other test has. */
    static String agent() {
        return "agent-" + UUID.randomUUID();
    }

    UUID submit(String organization, String agent, String revision, String name) {
        Dossier dossier = dossier(organization, agent, revision, name);
        Blocking.inTransaction(() -> add(dossier));
        return dossier.review().submissionId();
    }

    /** @param score null for one that a person approves without one */
    UUID publish(String organization, String agent, String revision, String name, @Nullable Double score) {
        Dossier dossier = dossier(organization, agent, revision, name);
        TrustScoreCalculated scored = score == null ? null
                : new TrustScoreCalculated(score, List.of(new ScorePart("security", 30, score * 0.3, "")), List.of(),
                        "policy-1");
        Blocking.inTransaction(() -> add(dossier)
                .chain(() -> catalog.publish(dossier, new Approval(scored, "Approved by policy: good"))));
        return dossier.review().submissionId();
    }

    private Uni<Boolean> add(Dossier dossier) {
        return submissions.add(new Submissions.New(String.valueOf(dossier.context().organizationId()), "sha256:00",
                "sha256:00", dossier, new Acceptance(null, null, null, null, null, List.of())));
    }

    private static Dossier dossier(String organization, String agent, String revision, String name) {
        UUID submission = UUID.randomUUID();
        WandbRun run = new WandbRun("e", "p", "submission-" + submission, URI.create("https://wandb.example"));
        return new Dossier(new ReviewRef(submission, UUID.randomUUID(), agent, revision, run),
                new AgentTarget(name, URI.create("http://agent.invalid/"), AgentTarget.Protocol.A2A_1_0, Samples.CARD),
                new ReviewContext(organization, null, null, null, "policy-1"), null);
    }
}
