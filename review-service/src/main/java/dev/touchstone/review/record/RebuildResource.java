package dev.touchstone.review.record;

import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Problems;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** Has all that follows from the events made anew from them, while the service runs. */
@Path("/review/rebuild")
@Produces(MediaType.APPLICATION_JSON)
class RebuildResource {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int ACCEPTED = 202;

    private final Rebuilds rebuilds;
    private final Callers callers;

    RebuildResource(Rebuilds rebuilds, Callers callers) {
        this.rebuilds = rebuilds;
        this.callers = callers;
    }

    /**
     * @param submissions how many there were when it began
     * @param changed of how many something else was stored than follows from their events
     * @param failed of how many the events cannot be read any more
     */
    @RegisterForReflection
    record Progress(String requestedBy, Instant requestedAt, long submissions, long done, long changed, long failed,
            @Nullable Instant endedAt) {

        static Progress of(RebuildRow row) {
            return new Progress(row.requestedBy, row.requestedAt, row.submissions, row.done, row.changed, row.failed,
                    row.endedAt);
        }
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @WithTransaction
    @Operation(summary = "Makes every case anew from its events, one after the other")
    @APIResponse(responseCode = "202", description = "Begun")
    @APIResponse(responseCode = "409", description = "One is running")
    public Uni<Response> begin() {
        return rebuilds.begin(callers.current().name()).invoke(RebuildResource::requireBegun).chain(rebuilds::latest)
                .map(row -> Response.status(ACCEPTED).entity(Progress.of(known(row))).build());
    }

    @GET
    @RolesAllowed({ Roles.OPERATOR, Roles.AUDITOR })
    @WithSession
    @Operation(summary = "How far the latest rebuild is")
    @APIResponse(responseCode = "404", description = "There was none")
    public Uni<Progress> latest() {
        return rebuilds.latest().map(row -> Progress.of(known(row)));
    }

    private static void requireBegun(boolean begun) {
        if (!begun) {
            throw Problems.of(CONFLICT, "rebuild-running", "A rebuild is running")
                    .withDetail("GET /review/rebuild tells how far it is").build();
        }
    }

    private static RebuildRow known(@Nullable RebuildRow row) {
        if (row == null) {
            throw Problems.of(NOT_FOUND, "no-rebuild", "There was no rebuild yet").build();
        }
        return row;
    }
}
