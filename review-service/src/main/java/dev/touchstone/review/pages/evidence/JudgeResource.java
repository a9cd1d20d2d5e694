package dev.touchstone.review.pages.evidence;

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
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** What the judge did in a review. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class JudgeResource {

    private final CasePages pages;

    JudgeResource(CasePages pages) {
        this.pages = pages;
    }

    @GET
    @Path(Paths.SUBMISSION + "/judge")
    @WithSession
    @Operation(hidden = true)
    public Uni<Response> judge(@PathParam("submissionId") UUID submissionId,
            @QueryParam("round") @DefaultValue("") String round) {
        return pages.page(CasePages.Visit.to(submissionId, Tab.JUDGE, round), scene -> Uni.createFrom()
                .item(new JudgePage(JudgeShaping.shape(scene.told(), scene.formats()), scene.head(), scene.frame())));
    }
}
