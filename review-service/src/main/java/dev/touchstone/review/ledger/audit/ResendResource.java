package dev.touchstone.review.ledger.audit;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** Posts entries to the audit endpoint once more. For operators: an auditor reads everything and changes nothing. */
@Path("/review/ledger/resend")
@RolesAllowed(Roles.OPERATOR)
class ResendResource {

    private final Resends resends;
    private final Callers callers;

    ResendResource(Resends resends, Callers callers) {
        this.resends = resends;
        this.callers = callers;
    }

    /** @param entries how many are sent again */
    @RegisterForReflection
    record Accepted(UUID submissionId, int entries, String ledger) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @WithTransaction
    @Operation(summary = "Posts an entry, or all of a submission, to the operator's audit endpoint again")
    @RequestBody(content = @Content(schema = @Schema(implementation = ResendRequest.class)))
    @APIResponse(responseCode = "202", description = "Waits to be sent; the ledger tells what becomes of it")
    @APIResponse(responseCode = "404", description = "There is no such submission or entry")
    @APIResponse(responseCode = "409", description = "The operator has named no audit endpoint")
    @APIResponse(responseCode = "422", description = "All that is wrong, by JSON pointer")
    public Uni<Response> resend(@Nullable JsonNode body) {
        ResendRequest request = ResendRequest.read(body == null ? MissingNode.getInstance() : body);
        return resends.ask(request.submissionId(), request.index(), callers.current())
                .map(entries -> Response.accepted(new Accepted(request.submissionId(), entries,
                        "/review/ledger/" + request.submissionId())).build());
    }
}
