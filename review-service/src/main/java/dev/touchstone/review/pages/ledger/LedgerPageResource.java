package dev.touchstone.review.pages.ledger;

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
import dev.touchstone.review.ledger.Ledger;
import dev.touchstone.review.pages.Paths;
import dev.touchstone.review.pages.submission.CasePages;
import dev.touchstone.review.pages.submission.Tab;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** What the ledger holds of a review. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class LedgerPageResource {

    private final CasePages pages;
    private final Ledger ledger;

    LedgerPageResource(CasePages pages, Ledger ledger) {
        this.pages = pages;
        this.ledger = ledger;
    }

    @GET
    @Path(Paths.SUBMISSION + "/ledger")
    @WithSession
    @Operation(hidden = true)
    public Uni<Response> entries(@PathParam("submissionId") UUID submissionId,
            @QueryParam("round") @DefaultValue("") String round) {
        return pages.page(CasePages.Visit.to(submissionId, Tab.LEDGER, round), scene -> ledger.lines(submissionId)
                .map(lines -> new LedgerPage(LedgerShaping.shape(scene.told(), lines, scene.formats()), scene.head(),
                        scene.frame())));
    }
}
