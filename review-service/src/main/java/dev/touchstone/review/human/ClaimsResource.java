package dev.touchstone.review.human;

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
import dev.touchstone.review.Problems;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** Who looks after which case, as JSON. */
@Path("/review/claims")
@RolesAllowed({ Roles.REVIEWER, Roles.OPERATOR })
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ClaimsResource {

    private final Claims claims;
    private final Callers callers;

    ClaimsResource(Claims claims, Callers callers) {
        this.claims = claims;
        this.callers = callers;
    }

    /** What to look after no longer. */
    record Release(UUID submissionId) {
    }

    @POST
    @WithTransaction
    @Operation(summary = "Takes a case that awaits a decision, or, by an operator, gives it to a reviewer who was here lately")
    @RequestBody(content = @Content(schema = @Schema(implementation = ClaimRequest.class)))
    @APIResponse(responseCode = "200", description = "Who looks after it now, and until when")
    @APIResponse(responseCode = "403", description = "Another role, or the submission of the own organisation")
    @APIResponse(responseCode = "409", description = "Somebody else looks after it: named, with until when; or nothing is pending")
    @APIResponse(responseCode = "422", description = "All that is wrong, by JSON pointer")
    public Uni<Response> claim(@Nullable JsonNode body) {
        return claims.claim(orMissing(body), callers.current()).map(ClaimsResource::answer);
    }

    @POST
    @Path("/release")
    @WithTransaction
    @Operation(summary = "Looks after a case no longer; an operator makes anybody's free")
    @RequestBody(content = @Content(schema = @Schema(implementation = Release.class)))
    @APIResponse(responseCode = "204", description = "Nobody looks after it now")
    @APIResponse(responseCode = "409", description = "Somebody else looks after it: named, with until when")
    public Uni<Response> release(@Nullable JsonNode body) {
        return claims.release(orMissing(body), callers.current()).map(ClaimsResource::answer);
    }

    private static Response answer(ClaimOutcome outcome) {
        return switch (outcome) {
            case ClaimOutcome.Held(Claim claim) -> Response.ok(claim).build();
            case ClaimOutcome.Released ignored -> Response.noContent().build();
            case ClaimOutcome.ClaimedByAnother(Claim claim) -> Answers.claimedByAnother(claim).toResponse();
            case ClaimOutcome.NothingPending(var state) ->
                Answers.nothingPending(new DecisionOutcome.NothingPending(state)).toResponse();
            case ClaimOutcome.OwnOrganization ignored -> Answers.ownOrganization().toResponse();
            case ClaimOutcome.Invalid(var violations) -> Problems.invalid(violations).toResponse();
            case ClaimOutcome.UnknownSubmission ignored -> Problems.unknownSubmission().toResponse();
        };
    }

    private static JsonNode orMissing(@Nullable JsonNode body) {
        return body == null ? MissingNode.getInstance() : body;
    }
}
