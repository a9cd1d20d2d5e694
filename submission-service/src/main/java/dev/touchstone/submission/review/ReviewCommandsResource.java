package dev.touchstone.submission.review;

import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Actor;
import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.submission.Links;
import dev.touchstone.submission.ProblemType;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Submission;
import dev.touchstone.submission.Submissions;
import dev.touchstone.submission.review.ReviewCommands.Answer;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;

/** Takes a submission back, or has it reviewed once more. */
@Path("/api/v1/submissions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ Roles.SUBMITTER, Roles.OPERATOR })
@RunOnVirtualThread
public class ReviewCommandsResource {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Submissions submissions;
    private final ReviewCommands commands;
    private final Callers callers;
    private final Links links;

    ReviewCommandsResource(Submissions submissions, ReviewCommands commands, Callers callers, Links links) {
        this.submissions = submissions;
        this.commands = commands;
        this.callers = callers;
        this.links = links;
    }

    /** The body, or else the query, may say why. */
    @Schema(name = "Reason")
    record Reason(@Schema(examples = "The endpoint was fixed", maxLength = 500) String reason) {
    }

    @DELETE
    @Operation(summary = "Cancels the review", description = "Work under way is given up; what it still says counts for nothing. "
            + "The submission and its record stay.")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Reason.class)))
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = RoundAnswer.class)))
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "409", description = "review-ended: it was published, rejected or cancelled before")
    public Response cancel(@PathParam("id") String id,
            @Parameter(description = "Why, where no body can be sent") @QueryParam("reason") @Nullable String reason,
            byte @Nullable [] body) {
        Caller caller = callers.current();
        Submission submission = commanded(id, caller);
        String why = CommandReason.optional(body).or(() -> CommandReason.parameter(reason)).orElse("no reason was given");
        return answer(submission, ProblemType.REVIEW_ENDED,
                known -> commands.cancel(known, why, Actor.person(caller.name())));
    }

    @POST
    @Path("/rounds")
    @Operation(summary = "Reviews an ended submission once more", description = "Opens a new round with a workflowRunId of "
            + "its own; the submission and its W&B run stay, and earlier rounds stay readable.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Reason.class)))
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = RoundAnswer.class)))
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "409", description = "review-open: the round before has not ended")
    @APIResponse(responseCode = "422", description = "No reason, or one that is too long")
    public Response reopen(@PathParam("id") String id, byte @Nullable [] body) {
        Caller caller = callers.current();
        Submission submission = commanded(id, caller);
        String why = CommandReason.required(body);
        return answer(submission, ProblemType.REVIEW_OPEN,
                known -> commands.reopen(known, why, Actor.person(caller.name())));
    }

    /** The submission, if the caller may command it: not to know of it answers as if it did not exist. */
    private Submission commanded(String id, Caller caller) {
        Submission submission = ID.matcher(id).matches()
                ? Blocking.inTransaction(() -> submissions.find(UUID.fromString(id)))
                : null;
        if (submission == null || !caller.maySee(submission.organizationId())) {
            throw Problems.notFound("submission");
        }
        if (!caller.has(Roles.OPERATOR) && !caller.isOf(submission.organizationId())) {
            // One who submits for another organisation and may read this one's, as a reviewer does.
            throw new ForbiddenException();
        }
        return submission;
    }

    private Response answer(Submission submission, ProblemType refusal, Function<Submission, Uni<Answer>> command) {
        return switch (Blocking.inTransaction(() -> command.apply(submission))) {
            case Answer.Done(Round round) -> Response.accepted(RoundAnswer.of(submission, round, links))
                    .location(links.self(submission.id())).build();
            case Answer.Refused(Round round) -> throw Problems.of(refusal)
                    .withDetail(standing(round))
                    .with("round", round.number()).with("state", State.of(round.state()).key()).build();
        };
    }

    /** Why an ended round ended. What an open one waits for changes while this is being read: its progress says that. */
    private static String standing(Round round) {
        String standing = "Round " + round.number() + " is " + State.of(round.state()).key();
        return round.state() instanceof ReviewState.Ended ? standing + ": " + Wording.statusReason(round.state()) : standing;
    }
}
