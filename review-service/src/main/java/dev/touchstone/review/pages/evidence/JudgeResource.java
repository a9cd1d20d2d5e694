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

/** What the judge did in a review, answer by answer. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class JudgeResource {

    private static final int LISTED = 10;
    private static final int RELAYED = 25;

    private final CasePages pages;
    private final Shelf shelf;

    JudgeResource(CasePages pages, Shelf shelf) {
        this.pages = pages;
        this.shelf = shelf;
    }

    @GET
    @Path(Paths.SUBMISSION + "/judge")
    @Operation(hidden = true)
    public Uni<Response> judge(@PathParam("submissionId") UUID submissionId, @Context UriInfo uri) {
        Asked asked = Asked.of(uri);
        return pages.pageFromElsewhere(asked.visit(submissionId, Tab.JUDGE), scene -> page(scene, asked));
    }

    @GET
    @Path(Paths.SUBMISSION + "/relay")
    @Operation(hidden = true)
    public Uni<Response> relay(@PathParam("submissionId") UUID submissionId, @Context UriInfo uri) {
        Asked asked = Asked.of(uri);
        return pages.pageFromElsewhere(asked.visit(submissionId, Tab.JUDGE), scene -> relay(scene, asked));
    }

    private Uni<TemplateInstance> relay(Scene scene, Asked asked) {
        Optional<AttemptFiles> attempt = Shelf.attempt(scene, Stage.JUDGE, asked);
        return shelf.lines(scene, attempt.flatMap(each -> each.file("relay_logs.jsonl")), Reading.EXCHANGES, asked.sought(),
                asked.span(RELAYED))
                .map(taken -> new RelayPage(RelayView.of(taken.rows(), scene.formats()),
                        SiftShaping.shape(asked, Shelf.attempts(scene, Stage.JUDGE),
                                attempt.map(each -> each.key().attempt()).orElse(0), taken),
                        scene.head(), scene.frame()));
    }

    private Uni<TemplateInstance> page(Scene scene, Asked asked) {
        Optional<AttemptFiles> attempt = Shelf.attempt(scene, Stage.JUDGE, asked);
        return shelf.lines(scene, attempt.flatMap(each -> each.file("judge_report.jsonl")), Reading.ANSWERS, asked.sought(),
                asked.span(LISTED))
                .flatMap(taken -> shelf.document(scene, attempt, "judge_summary.json")
                        .map(summary -> JudgeShaping.shape(scene.told(), summary,
                                AnswersShaping.shape(taken.rows(), scene.formats()), scene.formats()))
                        .flatMap(view -> shelf.readers(scene, attempt).map(readers -> new JudgePage(view,
                                SiftShaping.shape(asked, Shelf.attempts(scene, Stage.JUDGE),
                                        attempt.map(each -> each.key().attempt()).orElse(0), taken),
                                ReadersView.of(readers, scene.formats()), scene.head(), scene.frame()))));
    }
}
