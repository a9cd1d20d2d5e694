package dev.touchstone.review.pages.ledger;

import java.util.List;
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
import dev.touchstone.review.ledger.LedgerLine;
import dev.touchstone.review.ledger.Standing;
import dev.touchstone.review.ledger.Standings;
import dev.touchstone.review.pages.Paths;
import dev.touchstone.review.pages.submission.CasePages;
import dev.touchstone.review.pages.submission.Scene;
import dev.touchstone.review.pages.submission.Tab;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** What the ledger holds of a review. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class LedgerPageResource {

    private final CasePages pages;
    private final Ledger ledger;
    private final Standings standings;

    LedgerPageResource(CasePages pages, Ledger ledger, Standings standings) {
        this.pages = pages;
        this.ledger = ledger;
        this.standings = standings;
    }

    @GET
    @Path(Paths.SUBMISSION + "/ledger")
    @WithTransaction
    @Operation(hidden = true)
    public Uni<Response> entries(@PathParam("submissionId") UUID submissionId,
            @QueryParam("round") @DefaultValue("") String round, @QueryParam("page") @DefaultValue("") String page) {
        return pages.page(CasePages.Visit.to(submissionId, Tab.LEDGER, round),
                scene -> standings.of(submissionId).flatMap(standing -> ledger.lines(submissionId)
                        .map(lines -> new LedgerPage(view(scene, standing, lines, page), scene.head(), scene.frame()))));
    }

    private static LedgerView view(Scene scene, Standing standing, List<LedgerLine> lines, String page) {
        return new LedgerShaping(scene.told(), standing, scene.formats()).shape(lines,
                page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1, scene.reader().has(Roles.OPERATOR));
    }
}
