package dev.touchstone.review.human;

import java.time.Instant;
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

import dev.touchstone.events.Decision;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Problems;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** What a reviewer can do, as JSON. */
@Path("/review")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ReviewerResource {

    private final Decisions decisions;
    private final Retries retries;
    private final Callers callers;

    ReviewerResource(Decisions decisions, Retries retries, Callers callers) {
        this.decisions = decisions;
        this.retries = retries;
        this.callers = callers;
    }

    /** What was taken, and the event that will tell of it. */
    @RegisterForReflection
    record Accepted(UUID submissionId, String stage, int attempt, UUID eventId, String progress) {

        static Response of(StageEvent statement) {
            return Response.accepted(new Accepted(statement.submissionId(), statement.stage().key(), statement.attempt(),
                    statement.id(), "/review/progress/" + statement.submissionId())).build();
        }
    }

    /** What was kept until another reviewer agrees. */
    @RegisterForReflection
    record Kept(Second awaitsSecond) {

        @RegisterForReflection
        record Second(Decision decision, String by, Instant at) {
        }

        static Response of(DecisionOutcome.AwaitsSecond kept) {
            return Response.accepted(new Kept(new Second(kept.decision(), kept.by(), kept.at()))).build();
        }
    }

    @POST
    @Path("/decision")
    @RolesAllowed(Roles.REVIEWER)
    @WithTransaction
    @Operation(summary = "Decides what a person is asked; the first decision counts. Against the jury's verdict, "
            + "or to approve what one of them had judged again, two reviewers must agree, with notes")
    @RequestBody(content = @Content(schema = @Schema(implementation = DecisionRequest.class)))
    @APIResponse(responseCode = "202", description = "Taken; with awaitsSecond where another reviewer must agree first")
    @APIResponse(responseCode = "403", description = "Another role, or the submission of the caller's own organisation")
    @APIResponse(responseCode = "409", description = "Nothing is pending, or somebody decided before: named with the time; or the "
            + "caller is who proposed this; or another reviewer looks after the case, and despiteClaim is not true; or the jury's "
            + "verdict has not come here yet")
    @APIResponse(responseCode = "422", description = "All that is wrong, by JSON pointer")
    public Uni<Response> decide(@Nullable JsonNode body) {
        return decisions.decide(orMissing(body), callers.current()).map(outcome -> switch (outcome) {
            case DecisionOutcome.Taken(StageEvent statement) -> Accepted.of(statement);
            case DecisionOutcome.AwaitsSecond kept -> Kept.of(kept);
            case DecisionOutcome.OwnAgreement first -> Answers.ownAgreement(first).toResponse();
            case DecisionOutcome.ClaimedByAnother(Claim claim) -> Answers.claimedByAnother(claim).toResponse();
            case DecisionOutcome.AlreadyDecided first -> Answers.alreadyDecided(first).toResponse();
            case DecisionOutcome.NothingPending nothing -> Answers.nothingPending(nothing).toResponse();
            case DecisionOutcome.VerdictUnknown ignored -> Answers.verdictUnknown().toResponse();
            case DecisionOutcome.OwnOrganization ignored -> Answers.ownOrganization().toResponse();
            case DecisionOutcome.Invalid invalid -> Problems.invalid(invalid.violations()).toResponse();
            case DecisionOutcome.UnknownSubmission ignored -> Problems.unknownSubmission().toResponse();
        });
    }

    @POST
    @Path("/retry")
    @RolesAllowed({ Roles.REVIEWER, Roles.OPERATOR })
    @WithTransaction
    @Operation(summary = "Asks for a stage that has run, and all after it, again")
    @RequestBody(content = @Content(schema = @Schema(implementation = RetryRequest.class)))
    @APIResponse(responseCode = "202", description = "Asked")
    @APIResponse(responseCode = "403", description = "Another role, or the submission of the caller's own organisation")
    @APIResponse(responseCode = "409", description = "The stage has not run, the review has ended, or it was asked before")
    @APIResponse(responseCode = "422", description = "All that is wrong, by JSON pointer")
    public Uni<Response> retry(@Nullable JsonNode body) {
        return retries.ask(orMissing(body), callers.current()).map(outcome -> switch (outcome) {
            case RetryOutcome.Asked(StageEvent statement) -> Accepted.of(statement);
            case RetryOutcome.AlreadyAsked first -> Answers.alreadyAsked(first).toResponse();
            case RetryOutcome.HasNotRun never -> Answers.hasNotRun(never).toResponse();
            case RetryOutcome.ReviewEnded ended -> Answers.reviewEnded(ended).toResponse();
            case RetryOutcome.OwnOrganization ignored -> Answers.ownOrganization().toResponse();
            case RetryOutcome.Invalid invalid -> Problems.invalid(invalid.violations()).toResponse();
            case RetryOutcome.UnknownSubmission ignored -> Problems.unknownSubmission().toResponse();
        });
    }

    private static JsonNode orMissing(@Nullable JsonNode body) {
        return body == null ? MissingNode.getInstance() : body;
    }
}
