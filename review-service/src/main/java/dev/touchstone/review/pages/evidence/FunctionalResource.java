package dev.touchstone.review.pages.evidence;

import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.touchstone.events.Stage;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.artifacts.rows.AttemptFiles;
import dev.touchstone.review.artifacts.rows.Reading;
import dev.touchstone.review.pages.Paths;
import dev.touchstone.review.pages.submission.CasePages;
import dev.touchstone.review.pages.submission.Scene;
import dev.touchstone.review.pages.submission.Tab;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;

/** What functional accuracy found in a review, scenario by scenario. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class FunctionalResource {

    private static final int LISTED = 20;

    private final CasePages pages;
    private final Shelf shelf;

    FunctionalResource(CasePages pages, Shelf shelf) {
        this.pages = pages;
        this.shelf = shelf;
    }

    @GET
    @Path(Paths.SUBMISSION + "/functional")
    @Operation(hidden = true)
    public Uni<Response> functional(@PathParam("submissionId") UUID submissionId, @Context UriInfo uri) {
        Asked asked = Asked.of(uri);
        return pages.pageFromElsewhere(asked.visit(submissionId, Tab.FUNCTIONAL), scene -> page(scene, asked));
    }

    private Uni<TemplateInstance> page(Scene scene, Asked asked) {
        Optional<AttemptFiles> attempt = Shelf.attempt(scene, Stage.FUNCTIONAL, asked);
        return shelf
                .lines(scene, attempt.flatMap(each -> each.file("functional_report.jsonl")), Reading.SCENARIOS, asked.sought(),
                        asked.span(LISTED))
                .flatMap(taken -> shelf.document(scene, attempt, "functional_summary.json")
                        .flatMap(summary -> shelf.distances(taken).map(distances -> FunctionalShaping.shape(summary,
                                distances, taken.rows(), scene.formats())))
                        .flatMap(view -> shelf.readers(scene, attempt).map(readers -> new FunctionalPage(view,
                                SiftShaping.shape(asked, Shelf.attempts(scene, Stage.FUNCTIONAL),
                                        attempt.map(each -> each.key().attempt()).orElse(0), taken),
                                ReadersView.of(readers, scene.formats()), scene.head(), scene.frame()))));
    }
}
