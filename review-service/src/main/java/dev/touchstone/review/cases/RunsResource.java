package dev.touchstone.review.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Problems;
import dev.touchstone.review.Sight;
import dev.touchstone.review.WandbRecord;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** What is known of the W&amp;B run of a review, as telemetry-service has told it. */
@Path("/review/runs/{submissionId}")
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
@Produces(MediaType.APPLICATION_JSON)
class RunsResource {

    private final Cases cases;
    private final Callers callers;

    RunsResource(Cases cases, Callers callers) {
        this.cases = cases;
        this.callers = callers;
    }

    /**
     * @param wandbArtifacts what of the review W&amp;B has as artifacts, and what it will not have
     * @param links {@code offlineArchive} only where the run is kept as a directory that {@code wandb sync} uploads
     */
    @RegisterForReflection
    record Run(UUID submissionId, RunAnswer wandbRun, List<WandbRecord.Artifact> wandbArtifacts, Map<String, String> links) {

        static Run of(CaseView view) {
            Map<String, String> links = new LinkedHashMap<>();
            links.put("page", "/submissions/" + view.submissionId());
            links.put("progress", "/review/progress/" + view.submissionId());
            if (view.keptOffline()) {
                links.put("offlineArchive", "/review/runs/" + view.submissionId() + "/offline-archive");
            }
            return new Run(view.submissionId(), RunAnswer.of(view), view.trail().wandb().artifacts(), links);
        }
    }

    @GET
    @WithSession
    @Operation(summary = "The W&B run of a review: its state and cause, where it is, which artifacts W&B has")
    public Uni<Run> get(@PathParam("submissionId") UUID submissionId) {
        return cases.find(submissionId, Sight.of(callers.current()))
                .map(view -> Run.of(view.orElseThrow(Problems::unknownSubmission)));
    }
}
