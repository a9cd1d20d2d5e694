package dev.touchstone.submission.review.progress;

import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import dev.touchstone.events.access.Roles;
import dev.touchstone.submission.Problems;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** What clients can see of submissions and their reviews. */
@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE })
public class SubmissionsResource {

    private static final int LARGEST_PAGE = 200;
    private static final int LAST_PAGE = 1_000_000;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final ReviewViews views;

    SubmissionsResource(ReviewViews views) {
        this.views = views;
    }

    @GET
    @WithSession
    @Operation(summary = "The submissions that the caller may see, the newest first")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "page or size is out of range")
    public Uni<SubmissionsPage> page(@QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("20") int size) {
        if (page < 0 || page > LAST_PAGE || size < 1 || size > LARGEST_PAGE) {
            throw Problems.malformedParameter("page counts from 0, and size is 1 to " + LARGEST_PAGE + ".");
        }
        return views.page(page, size);
    }

    @GET
    @Path("/{id}")
    @WithSession
    @Operation(summary = "A submission")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "404")
    public Uni<SubmissionView> one(@PathParam("id") String id) {
        return views.one(parse(id));
    }

    @GET
    @Path("/{id}/progress")
    @WithSession
    @Operation(summary = "How far the review of a submission is")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "404")
    public Uni<Progress> progress(@PathParam("id") String id) {
        return views.progress(parse(id));
    }

    /** What has not the form of an id names no submission. */
    private static UUID parse(String id) {
        if (!ID.matcher(id).matches()) {
            throw Problems.notFound("submission");
        }
        return UUID.fromString(id);
    }
}
