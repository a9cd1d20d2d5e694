package dev.touchstone.review.artifacts;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;

import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Problems;
import dev.touchstone.review.Sight;
import dev.touchstone.review.artifacts.OfflineArchives.Answer;
import dev.touchstone.review.cases.Cases;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/** Gives out the directory of a W&amp;B run that is kept offline, for {@code wandb sync} to upload. */
@Path("/review/runs/{submissionId}/offline-archive")
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class OfflineArchiveResource {

    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final Cases cases;
    private final OfflineArchives archives;
    private final Callers callers;

    OfflineArchiveResource(Cases cases, OfflineArchives archives, Callers callers) {
        this.cases = cases;
        this.archives = archives;
        this.callers = callers;
    }

    @GET
    @Produces("application/zip")
    @Operation(summary = "The run directory of a review whose W&B run is kept offline, as a zip file")
    public RestMulti<Buffer> get(@PathParam("submissionId") UUID submissionId) {
        Sight sight = Sight.of(callers.current());
        // The session ends before the transfer begins: a slow reader must not hold a database connection.
        Uni<Answer.Archive> found = Panache.withSession(() -> cases.find(submissionId, sight))
                .map(view -> view.orElseThrow(Problems::unknownSubmission))
                .flatMap(view -> archives.of(view.submissionId())).map(OfflineArchiveResource::archive);
        return RestMulti.fromUniResponse(found, Answer.Archive::content, archive -> headers(submissionId));
    }

    private static Answer.Archive archive(Answer answer) {
        return switch (answer) {
            case Answer.Archive archive -> archive;
            case Answer.None ignored -> throw Problems.of(NOT_FOUND, "no-offline-archive", "There is no such directory")
                    .withDetail("The W&B run of this submission is not kept offline").build();
            case Answer.Away ignored -> throw Problems.of(UNAVAILABLE, "telemetry-away", "The directory cannot be had now")
                    .withDetail("The service that keeps it does not answer; try again later").build();
        };
    }

    private static Map<String, List<String>> headers(UUID submissionId) {
        return Map.of(HttpHeaders.CONTENT_DISPOSITION, List.of("attachment; filename=\"wandb-" + submissionId + ".zip\""),
                HttpHeaders.CACHE_CONTROL, List.of("no-store"));
    }
}
