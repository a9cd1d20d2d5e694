package dev.touchstone.review.cases;

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
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** What the caller may know of the reviews, as JSON. */
@Path("/review")
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
@Produces(MediaType.APPLICATION_JSON)
class CasesResource {

    private final Cases cases;
    private final Callers callers;

    CasesResource(Cases cases, Callers callers) {
        this.cases = cases;
        this.callers = callers;
    }

    @GET
    @Path("/progress/{submissionId}")
    @WithSession
    @Operation(summary = "Where a review stands")
    public Uni<ProgressAnswer> progress(@PathParam("submissionId") UUID submissionId) {
        return known(submissionId).map(ProgressAnswer::of);
    }

    private Uni<CaseView> known(UUID submissionId) {
        return cases.find(submissionId, sight()).map(view -> view.orElseThrow(Problems::unknownSubmission));
    }

    private Sight sight() {
        return Sight.of(callers.current());
    }
}
