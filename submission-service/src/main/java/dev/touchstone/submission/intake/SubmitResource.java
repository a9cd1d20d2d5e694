package dev.touchstone.submission.intake;

import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.submission.Links;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Submission;
import dev.touchstone.submission.intake.Intake.Receipt;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Takes submissions in over HTTP. */
@Path("/api/v1/submissions")
public class SubmitResource {

    /** Visible ASCII, as a header can carry it. */
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final Intake intake;
    private final Links links;
    private final IntakeConfig config;
    private final Callers callers;

    SubmitResource(Intake intake, Links links, IntakeConfig config, Callers callers) {
        this.intake = intake;
        this.links = links;
        this.config = config;
        this.callers = callers;
    }

    @POST
    @RolesAllowed(Roles.SUBMITTER)
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Puts an agent revision up for review")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SubmissionRequest.class)))
    @APIResponse(responseCode = "202", description = "Accepted; the review has begun", content = @Content(schema = @Schema(implementation = Accepted.class)))
    @APIResponse(responseCode = "200", description = "A repeat; the first submission is named by duplicateOf", content = @Content(schema = @Schema(implementation = Accepted.class)))
    @APIResponse(responseCode = "400", description = "Not JSON, or a malformed Idempotency-Key")
    @APIResponse(responseCode = "409", description = "The Idempotency-Key or the W&B run belongs to another submission")
    @APIResponse(responseCode = "413", description = "Too large")
    @APIResponse(responseCode = "422", description = "Not valid; every violation is named by JSON pointer")
    public Response submit(
            @Parameter(description = "Any text of the client's choice; the same key never adds a second submission") @HeaderParam("Idempotency-Key") @Nullable String key,
            byte @Nullable [] body) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw Problems.malformedParameter("An Idempotency-Key has 1 to 255 visible ASCII characters.");
        }
        String organization = Objects.requireNonNull(callers.current().organizationId(), "A submitter belongs to one");
        return switch (intake.submit(organization, key, Body.read(body == null ? new byte[0] : body, config.maxBytes()))) {
            case Receipt.Accepted(var dossier, var warnings) -> Response.accepted(Accepted.of(dossier, warnings, links))
                    .location(links.self(dossier.review().submissionId())).build();
            case Receipt.Repeated(Submission first) -> Response.ok(Accepted.repeat(first, links))
                    .location(links.self(first.id())).build();
        };
    }
}
