package dev.touchstone.review.artifacts.reads;

import java.util.List;
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
import dev.touchstone.review.Problems;
import dev.touchstone.review.Sight;
import dev.touchstone.review.cases.Cases;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** Who was given which of a review's files that may hold secrets. */
@Path("/review/reads/{submissionId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ Roles.OPERATOR, Roles.AUDITOR })
class ReadsResource {

    private final Cases cases;
    private final Reads reads;
    private final Callers callers;

    ReadsResource(Cases cases, Reads reads, Callers callers) {
        this.cases = cases;
        this.reads = reads;
        this.callers = callers;
    }

    /**
     * @param reads the last first
     */
    @RegisterForReflection
    record Answer(UUID submissionId, List<ArtifactRead> reads) {
    }

    @GET
    @Operation(summary = "Who read which files of a review that may hold secrets, the last thousand reads")
    public Uni<Answer> get(@PathParam("submissionId") UUID submissionId) {
        Sight sight = Sight.of(callers.current());
        return Panache.withSession(() -> cases.find(submissionId, sight))
                .map(found -> found.orElseThrow(Problems::unknownSubmission))
                .chain(() -> reads.of(submissionId)).map(known -> new Answer(submissionId, known));
    }
}
