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

import dev.touchstone.events.WandbRun;
import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Problems;
import dev.touchstone.review.Sight;
import dev.touchstone.review.artifacts.OfflineArchives.Answer;
import dev.touchstone.review.cases.Cases;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/**
 * Gives out a W&amp;B run that is kept offline, for {@code wandb sync} to upload. What somebody has got from here is marked
 * as uploaded in what the next one gets, so that no row is uploaded twice.
 */
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

    /**
     * @param fileName of letters, digits, hyphens, underscores and a dot, as run ids are
     */
    private record Download(String fileName, Multi<Buffer> content) {
    }

    @GET
    @Produces("application/zip")
    @Operation(summary = "The W&B run of a review, where it is kept offline, as a zip file for wandb sync")
    public RestMulti<Buffer> get(@PathParam("submissionId") UUID submissionId) {
        Sight sight = Sight.of(callers.current());
        // The session ends before the transfer begins: a slow reader must not hold a database connection.
        Uni<Download> found = Panache.withSession(() -> cases.find(submissionId, sight))
                .map(view -> view.orElseThrow(Problems::unknownSubmission))
                .flatMap(view -> archives.of(submissionId).map(answer -> download(view.wandbRun(), answer)));
        return RestMulti.fromUniResponse(found, Download::content, OfflineArchiveResource::headers);
    }

    private static Download download(WandbRun run, Answer answer) {
        return switch (answer) {
            case Answer.Archive(Multi<Buffer> content) -> new Download("wandb-" + run.wandbId() + ".zip", content);
            case Answer.None ignored -> throw Problems.of(NOT_FOUND, "no-offline-archive", "There is no such directory")
                    .withDetail("The W&B run of this submission is not kept offline").build();
            case Answer.Away ignored -> throw Problems.of(UNAVAILABLE, "telemetry-away", "The directory cannot be had now")
                    .withDetail("The service that keeps it does not answer; try again later").build();
        };
    }

    private static Map<String, List<String>> headers(Download download) {
        return Map.of(HttpHeaders.CONTENT_DISPOSITION, List.of("attachment; filename=\"" + download.fileName() + "\""),
                HttpHeaders.CACHE_CONTROL, List.of("no-store"));
    }
}
