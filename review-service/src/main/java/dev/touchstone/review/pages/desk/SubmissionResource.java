package dev.touchstone.review.pages.desk;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.touchstone.events.access.Roles;
import dev.touchstone.review.pages.Paths;
import dev.touchstone.review.pages.submission.CasePages;
import dev.touchstone.review.pages.submission.Tab;
import io.smallrye.mutiny.Uni;

/** The first page of a review. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class SubmissionResource {

    private static final int OK = 200;

    private final Submissions submissions;

    SubmissionResource(Submissions submissions) {
        this.submissions = submissions;
    }

    @GET
    @Path(Paths.SUBMISSION)
    @Operation(hidden = true)
    public Uni<Response> submission(@PathParam("submissionId") UUID submissionId,
            @QueryParam("taken") @DefaultValue("") String taken, @QueryParam("round") @DefaultValue("") String round,
            @QueryParam("from") @DefaultValue("") String from) {
        return submissions.page(OK, CasePages.Visit.to(submissionId, Tab.OVERVIEW, round),
                Puts.of(Puts.Taken.named(taken), from));
    }
}
