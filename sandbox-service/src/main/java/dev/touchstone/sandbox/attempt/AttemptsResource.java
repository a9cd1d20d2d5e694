package dev.touchstone.sandbox.attempt;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Stage;
import dev.touchstone.events.access.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** What attempts left behind, and whether judging them again leads to the same. */
@Path("/attempts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({ Roles.SERVICE, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
@Tag(name = "Attempts", description = "The attempts of the security and the functional stage, and their replay")
@APIResponse(responseCode = "401", description = "The caller is not known")
@APIResponse(responseCode = "403", description = "The caller may not see every organisation's reviews")
public class AttemptsResource {

    private static final String ONE = "/{submissionId}/{round}/{stage}/{attempt}";

    private final Attempts attempts;
    private final Replays replays;

    AttemptsResource(Attempts attempts, Replays replays) {
        this.attempts = attempts;
        this.replays = replays;
    }

    @GET
    @Operation(summary = "The ended attempts of a submission", description = "In the order in which they ended; none of one that is not known here.")
    @APIResponse(responseCode = "200", description = "The attempts with their files")
    @APIResponse(responseCode = "400", description = "submissionId is missing or no UUID")
    public List<AttemptView> all(@QueryParam("submissionId") @Nullable String submissionId) {
        return attempts.of(uuid(submissionId)).stream().map(AttemptView::of).toList();
    }

    @GET
    @Path(ONE)
    @Operation(summary = "One ended attempt", description = "The round is its workflowRunId.")
    @APIResponse(responseCode = "200", description = "The attempt with its files")
    @APIResponse(responseCode = "404", description = "No such attempt has ended here")
    public AttemptView one(@PathParam("submissionId") UUID submissionId, @PathParam("round") UUID round,
            @PathParam("stage") String stage, @PathParam("attempt") int attempt) {
        return AttemptView.of(ended(submissionId, round, stage, attempt));
    }

    @POST
    @Path(ONE + "/replay")
    @Operation(summary = "Judges an attempt again", description = "From its transcript alone: the agent is not asked, nothing is stored.")
    @APIResponse(responseCode = "200", description = "That all reports are the same to the byte, or the first difference")
    @APIResponse(responseCode = "404", description = "No such attempt has ended here")
    @APIResponse(responseCode = "409", description = "The attempt has no transcript, or one that this version cannot judge")
    @APIResponse(responseCode = "410", description = "Its transcript is no longer kept")
    @APIResponse(responseCode = "503", description = "Another attempt is being judged again")
    public Replay replay(@PathParam("submissionId") UUID submissionId, @PathParam("round") UUID round,
            @PathParam("stage") String stage, @PathParam("attempt") int attempt) {
        try {
            return replays.replay(ended(submissionId, round, stage, attempt));
        } catch (NotATranscript unknown) {
            throw ReplayProblems.unknownFormat(unknown);
        }
    }

    private EndedAttempt ended(UUID submissionId, UUID round, String stage, int attempt) {
        return Stream.of(Stage.values()).filter(known -> known.key().equals(stage)).findFirst()
                .flatMap(known -> attempts.find(new EndedAttempt.Key(submissionId, round, known, attempt)))
                .orElseThrow(ReplayProblems::unknown);
    }

    private static UUID uuid(@Nullable String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException malformed) {
            throw ReplayProblems.noSubmission();
        }
    }
}
