package dev.touchstone.review.ledger;

import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.review.Problems;
import dev.touchstone.review.Sight;
import dev.touchstone.review.cases.Cases;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** What the ledger holds of one submission, for whoever wants to check it; telemetry-service puts it on the W&amp;B run. */
@Path("/review/ledger/{submissionId}/export")
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE })
class SubmissionExportResource {

    private final Exports exports;
    private final Cases cases;
    private final Callers callers;

    SubmissionExportResource(Exports exports, Cases cases, Callers callers) {
        this.exports = exports;
        this.cases = cases;
        this.callers = callers;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The submission's entries with proofs, a signed checkpoint and the key, in one file")
    public Response export(@PathParam("submissionId") UUID submissionId, @QueryParam("since") Optional<String> since,
            @QueryParam("stable") boolean stable) {
        Sight sight = Sight.of(callers.current());
        return Download.of(exports, "ledger-" + submissionId, Blocking.inTransaction(() -> cases.find(submissionId, sight)
                .map(known -> known.orElseThrow(Problems::unknownSubmission))
                .flatMap(known -> exports.ofSubmission(submissionId, since, stable))));
    }
}
