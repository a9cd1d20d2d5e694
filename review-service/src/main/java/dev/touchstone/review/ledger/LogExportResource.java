package dev.touchstone.review.ledger;

import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.touchstone.events.access.Roles;
import dev.touchstone.events.jobs.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The whole ledger, which is about everybody's submissions. */
@Path("/review/ledger/export")
@RolesAllowed({ Roles.OPERATOR, Roles.AUDITOR })
class LogExportResource {

    private final Exports exports;

    LogExportResource(Exports exports) {
        this.exports = exports;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The ledger, or a part of it, with a signed checkpoint and, with since, the proof that it only grew")
    public Response export(@QueryParam("from") Optional<String> from, @QueryParam("to") Optional<String> to,
            @QueryParam("since") Optional<String> since) {
        return Download.of(exports, "ledger", Blocking.inTransaction(() -> exports.ofLog(from, to, since)));
    }
}
