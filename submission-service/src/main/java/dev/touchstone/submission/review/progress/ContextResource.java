package dev.touchstone.submission.review.progress;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Roles;
import dev.touchstone.submission.ProblemType;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Submission;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;

/** What an agent under review says of itself. It is shown, and nothing is decided by it. */
@Path("/api/v1/submissions/{id}/context")
@Produces(MediaType.APPLICATION_JSON)
public class ContextResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final VisibleSubmissions submissions;
    private final AgentReports reports;

    ContextResource(VisibleSubmissions submissions, AgentReports reports) {
        this.submissions = submissions;
        this.reports = reports;
    }

    @GET
    @WithSession
    @RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE })
    @Operation(summary = "What the agent reports of itself; advisory")
    @APIResponse(responseCode = "200", description = "The whole context", content = @Content(schema = @Schema(implementation = AgentReport.View.class)))
    @APIResponse(responseCode = "404", description = "There is no such submission")
    public Uni<AgentReport.View> get(@PathParam("id") String id) {
        return submissions.find(id).flatMap(submission -> reports.find(submission.id())).map(AgentReport.View::of);
    }

    @PATCH
    @WithTransaction
    @Consumes({ MERGE_PATCH, MediaType.APPLICATION_JSON })
    @RolesAllowed(Roles.SUBMITTER)
    @Operation(summary = "Changes what the agent reports of itself; advisory", description = """
            A merge patch over a flat object: a key replaces what was there, null takes it away, keys that are not named stay. \
            Keys are `metrics_…` with a number, a string, true or false, and `status`, one of starting, ready, degraded, \
            stopping. The patch, and what it makes, have at most 256 KiB. Only while the review goes on.""")
    @RequestBody(required = true, content = {
            @Content(mediaType = MERGE_PATCH, schema = @Schema(implementation = Object.class)),
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Object.class)) })
    @APIResponse(responseCode = "200", description = "The whole context as it is now", content = @Content(schema = @Schema(implementation = AgentReport.View.class)))
    @APIResponse(responseCode = "400", description = "Not JSON")
    @APIResponse(responseCode = "404", description = "There is no such submission")
    @APIResponse(responseCode = "409", description = "The review has ended")
    @APIResponse(responseCode = "413", description = "The patch or what it makes is too large")
    @APIResponse(responseCode = "422", description = "A key is not known or its value not allowed; all are named by pointer")
    public Uni<AgentReport.View> patch(@PathParam("id") String id, byte @Nullable [] body) {
        Caller caller = submissions.caller();
        return submissions.find(id).invoke(submission -> requireMaker(caller, submission))
                .flatMap(submission -> patch(submission, ContextPatch.read(body == null ? new byte[0] : body), caller.name()));
    }

    /** A person who submits for one organisation and reviews all others may see theirs, but does not speak for them. */
    private static void requireMaker(Caller caller, Submission submission) {
        if (!caller.isOf(submission.organizationId())) {
            throw new ForbiddenException();
        }
    }

    private Uni<AgentReport.View> patch(Submission submission, ContextPatch patch, String reportedBy) {
        return reports.standing(submission.id()).invoke(ContextResource::requireOpen)
                .chain(() -> reports.apply(submission.id(), patch, reportedBy))
                .chain(() -> reports.find(submission.id())).map(AgentReport.View::of);
    }

    private static void requireOpen(String standing) {
        if (EventLog.hasEnded(standing)) {
            throw Problems.of(ProblemType.REVIEW_ENDED)
                    .withDetail("Nothing more is reported of a review that is " + standing + ".").with("state", standing)
                    .build();
        }
    }
}
