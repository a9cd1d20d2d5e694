package dev.touchstone.submission.catalog;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.EventDraft;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.StageStatement.Published;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.jobs.Outcome;
import dev.touchstone.events.jobs.Session;
import dev.touchstone.events.jobs.Work;
import dev.touchstone.events.outbox.CausalClock;
import dev.touchstone.submission.Dossier;
import dev.touchstone.submission.Links;
import dev.touchstone.submission.Submissions;
import dev.touchstone.submission.review.Approval;
import dev.touchstone.submission.review.Reviews;
import io.smallrye.mutiny.Uni;

/**
 * Publishes an approved revision. The row in the catalog, the end of the review and the events that tell of it are one
 * transaction: a retry that comes in between finds either nothing published or an ended review.
 */
@ApplicationScoped
class PublishRevision implements Work {

    private final Submissions submissions;
    private final Reviews reviews;
    private final Catalog catalog;
    private final CausalClock causality;
    private final Links links;

    PublishRevision(Submissions submissions, Reviews reviews, Catalog catalog, CausalClock causality, Links links) {
        this.submissions = submissions;
        this.reviews = reviews;
        this.catalog = catalog;
        this.causality = causality;
        this.links = links;
    }

    @Override
    public Stage stage() {
        return Stage.PUBLISH;
    }

    @Override
    public Outcome run(StageEvent request, Session session) {
        Approval approval = Blocking.inTransaction(() -> reviews.approval(request));
        if (approval == null) {
            return Outcome.of(EventDraft.after(request, Failed.unmeasured("superseded",
                    List.of("The publication was given up before it was carried out."), false)));
        }
        Dossier dossier = Blocking.inTransaction(() -> submissions.find(request.submissionId())).dossier();
        return Outcome.of(EventDraft.after(request, published(approval)), EventDraft.after(request, completed(approval)))
                .with(() -> publish(request, dossier, approval));
    }

    private Published published(Approval approval) {
        return new Published(links.catalog(), approval.trustScore(), approval.statusReason());
    }

    private Completed completed(Approval approval) {
        ObjectNode summary = EventJson.mapper().createObjectNode();
        summary.put("statusReason", approval.statusReason());
        summary.put("trustScore", approval.trustScore());
        summary.put("catalogUrl", links.catalog().toString());
        return new Completed(summary, Map.of(), List.of());
    }

    /** Takes the causal clock's lock before the review's, as every handler does, so that none waits for the other. */
    private Uni<Void> publish(StageEvent request, Dossier dossier, Approval approval) {
        return causality.observe(request.submissionId(), request.position().sequence())
                .chain(() -> reviews.publish(request))
                .chain(() -> catalog.publish(dossier, approval));
    }
}
