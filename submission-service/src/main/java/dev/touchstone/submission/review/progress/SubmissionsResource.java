package dev.touchstone.submission.review.progress;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Roles;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.submission.Page;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Submission;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** What clients can see of submissions and their reviews. */
@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE })
public class SubmissionsResource {

    private final VisibleSubmissions submissions;
    private final SubmissionPages pages;
    private final ReviewViews views;
    private final Artifacts artifacts;

    SubmissionsResource(VisibleSubmissions submissions, SubmissionPages pages, ReviewViews views, Artifacts artifacts) {
        this.submissions = submissions;
        this.pages = pages;
        this.views = views;
        this.artifacts = artifacts;
    }

    @GET
    @WithSession
    @Operation(summary = "The submissions that the caller may see, the newest first")
    @APIResponse(responseCode = "200", description = "One page", content = @Content(schema = @Schema(implementation = SubmissionsPage.class)))
    @APIResponse(responseCode = "400", description = "The limit, the cursor or the state is malformed")
    public Uni<SubmissionsPage> page(
            @Parameter(description = "Only of reviews in this state", schema = @Schema(implementation = String.class, enumeration = {
                    "in_review", "awaiting_decision", "published", "rejected",
                    "cancelled" })) @QueryParam("state") @Nullable String state,
            @Parameter(description = "Only of this agent") @QueryParam("agentId") @Nullable String agentId,
            @Parameter(description = "The most items of the page, 1 to 200") @QueryParam("limit") @DefaultValue("50") int limit,
            @Parameter(description = "The cursor that the page before named as next") @QueryParam("after") @Nullable String after) {
        int checked = Page.limit(limit);
        Caller caller = submissions.caller();
        SubmissionPages.Asked asked = new SubmissionPages.Asked(caller.seesAll() ? null : caller.organizationId(), state,
                agentId, Place.of(after));
        return pages.find(asked, checked + 1).flatMap(found -> page(found, checked));
    }

    private Uni<SubmissionsPage> page(List<Submission> found, int limit) {
        List<Submission> page = found.subList(0, Math.min(found.size(), limit));
        String next = found.size() <= limit ? null
                : new Place(0, page.getLast().createdAt(), page.getLast().id()).cursor();
        return views.all(page).map(items -> new SubmissionsPage(items, next));
    }

    @GET
    @Path("/{id}")
    @WithSession
    @Operation(summary = "A submission")
    @APIResponse(responseCode = "200", description = "The submission as it was accepted, and where its review stands", content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "404", description = "There is no such submission")
    public Uni<SubmissionView> one(@PathParam("id") String id) {
        return submissions.find(id).flatMap(views::one);
    }

    @GET
    @Path("/{id}/progress")
    @WithSession
    @Operation(summary = "How far the review of a submission is", description = """
            With `If-None-Match` and the `ETag` of an earlier answer, 304 says that nothing has changed.""")
    @APIResponse(responseCode = "200", description = "The whole review in its current round", content = @Content(schema = @Schema(implementation = Progress.class)))
    @APIResponse(responseCode = "304", description = "Nothing has changed")
    @APIResponse(responseCode = "404", description = "There is no such submission")
    public Uni<Response> progress(@PathParam("id") String id, @Context Request request) {
        Discretion discretion = Discretion.of(submissions.caller());
        return submissions.find(id).flatMap(found -> views.progress(found, discretion))
                .map(progress -> tagged(request, json(progress), MediaType.APPLICATION_JSON));
    }

    @GET
    @Path("/{id}/card")
    @WithSession
    @Operation(summary = "The agent card that was submitted, as it was accepted")
    @APIResponse(responseCode = "200", description = "The card, byte for byte", content = @Content(schema = @Schema(implementation = Object.class)))
    @APIResponse(responseCode = "304", description = "The card never changes")
    @APIResponse(responseCode = "404", description = "There is no such submission, or its card is not kept any more")
    public Uni<Response> card(@PathParam("id") String id, @Context Request request) {
        return submissions.find(id).flatMap(submission -> artifacts.find(submission.dossier().agent().card().digest()))
                .map(card -> tagged(request, card.content().orElseThrow(() -> Problems.notFound("card")), card.mediaType()));
    }

    /** The tag is that of the content, so it is right whatever the content came from. */
    private static Response tagged(Request request, byte[] content, String mediaType) {
        EntityTag tag = new EntityTag(Artifacts.digest(content));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(content, mediaType) : unchanged;
        // What an agent's maker wrote must never run in anybody's browser.
        return answer.tag(tag).header("Cache-Control", "private, no-cache").header("X-Content-Type-Options", "nosniff").build();
    }

    private static byte[] json(Progress progress) {
        try {
            return EventJson.mapper().writeValueAsBytes(progress);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Records of the contract can be written", impossible);
        }
    }
}
