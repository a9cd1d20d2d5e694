package dev.touchstone.review.pages.artifact;

import java.util.List;
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

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Problems;
import dev.touchstone.review.artifacts.rows.Reading;
import dev.touchstone.review.pages.Paths;
import dev.touchstone.review.pages.artifact.ArtifactView.Problem;
import dev.touchstone.review.pages.evidence.Asked;
import dev.touchstone.review.pages.evidence.Shelf;
import dev.touchstone.review.pages.evidence.SiftShaping;
import dev.touchstone.review.pages.evidence.Taken;
import dev.touchstone.review.pages.submission.CasePages;
import dev.touchstone.review.pages.submission.Scene;
import dev.touchstone.review.pages.submission.Tab;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;

/** What is in a file of a review, whichever stage made it. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class ArtifactResource {

    private static final int NOT_FOUND = 404;
    private static final int LISTED = 50;

    private final CasePages pages;
    private final Shelf shelf;

    ArtifactResource(CasePages pages, Shelf shelf) {
        this.pages = pages;
        this.shelf = shelf;
    }

    @GET
    @Path(Paths.SUBMISSION + "/artifacts/{digest}")
    @Operation(hidden = true)
    public Uni<Response> artifact(@PathParam("submissionId") UUID submissionId, @PathParam("digest") String digest,
            @Context UriInfo uri) {
        Asked asked = Asked.of(uri);
        return pages.pageFromElsewhere(asked.visit(submissionId, Tab.OVERVIEW),
                scene -> page(scene, Filed.in(scene, digest), asked));
    }

    private Uni<TemplateInstance> page(Scene scene, Filed filed, Asked asked) {
        ArtifactRef file = filed.file();
        Optional<Reading> reading = Reading.of(filed.stage(), file);
        if (reading.isEmpty()) {
            return Uni.createFrom().item(page(scene, asked, new Taken.Missing(),
                    ArtifactShaping.without(file, Problem.NOT_SHOWN, scene.formats())));
        }
        return shelf.lines(scene, Optional.of(file), reading.get(), asked.sought(), asked.span(LISTED))
                .map(taken -> page(scene, asked, taken, taken instanceof Taken.Found
                        ? ArtifactShaping.shape(file, reading.get(), asked, taken.rows(), scene.formats())
                        : ArtifactShaping.without(file, null, scene.formats())));
    }

    private static ArtifactPage page(Scene scene, Asked asked, Taken taken, ArtifactView view) {
        return new ArtifactPage(view, SiftShaping.shape(asked, List.of(), 0, taken), scene.head(), scene.frame());
    }

    /** A file of the review, and the stage that told of it. */
    private record Filed(Stage stage, ArtifactRef file) {

        static Filed in(Scene scene, String digest) {
            return scene.told().events().stream().map(entry -> entry.event())
                    .filter(event -> !(event.body() instanceof Requested))
                    .flatMap(event -> event.evidence().artifacts().stream().filter(file -> file.digest().equals(digest))
                            .map(file -> new Filed(event.stage(), file)))
                    .findFirst().orElseThrow(() -> Problems.of(NOT_FOUND, "unknown-artifact",
                            "No event of this review has pointed to such an artifact").build());
        }
    }
}
