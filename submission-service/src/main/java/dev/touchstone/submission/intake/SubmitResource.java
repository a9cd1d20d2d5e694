package dev.touchstone.submission.intake;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.submission.Links;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Submission;
import dev.touchstone.submission.intake.request.Body;
import dev.touchstone.submission.intake.request.IdempotencyKey;
import dev.touchstone.submission.intake.request.Parts;
import dev.touchstone.submission.intake.request.SubmissionRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Takes submissions in over HTTP. */
@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUBMITTER)
public class SubmitResource {

    private static final String PROBLEM = "application/problem+json";
    private static final String KEY = "Idempotency-Key";

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
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "submit", summary = "Puts an agent revision up for review", description = "An upload of parts"
            + " is the same as a JSON request whose cardDocument is the part card and whose signatureBundle is the part"
            + " signature: rules, pointers and what counts as a repeat are one.")
    @Parameter(name = KEY, in = ParameterIn.HEADER, description = "A string of the client's choice in double quotes. The"
            + " same key never adds a second submission, however often the request is repeated", example = "\"8e03978e-40d5\"", schema = @Schema(type = SchemaType.STRING))
    @RequestBody(required = true, content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SubmissionRequest.class), examples = {
                    @ExampleObject(name = "the card in the request", value = SubmitExamples.REQUEST),
                    @ExampleObject(name = "the card at its URL", value = SubmitExamples.BY_URL) }),
            @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = UploadForm.class)) })
    @APIResponse(responseCode = "202", description = "Accepted; the review has begun", headers = @Header(name = "Location", description = "Of the submission", schema = @Schema(type = SchemaType.STRING)), content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Accepted.class), examples = @ExampleObject(name = "accepted", value = SubmitExamples.ACCEPTED)))
    @APIResponse(responseCode = "200", description = "A repeat, and the first submission is named by duplicateOf; or the"
            + " report of a submission that was only tried", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(anyOf = {
                    Accepted.class, Rehearsal.class }), examples = {
                            @ExampleObject(name = "a repeat", value = SubmitExamples.REPEATED),
                            @ExampleObject(name = "only tried, and would be accepted", value = SubmitExamples.TRIED),
                            @ExampleObject(name = "only tried, and would be refused", value = SubmitExamples.TRIED_IN_VAIN) }))
    @APIResponse(responseCode = "400", description = "Not JSON, not the parts of a submission, or a key that is malformed or missing", content = @Content(mediaType = PROBLEM, examples = @ExampleObject(name = "idempotency-key-malformed", value = SubmitExamples.KEY_MALFORMED)))
    @APIResponse(responseCode = "409", description = "The agent or the W&B run is taken, the same is in review, the revision"
            + " is published with other content, or a request with the same key is being carried out", content = @Content(mediaType = PROBLEM, examples = @ExampleObject(name = "duplicate-in-review", value = SubmitExamples.DUPLICATE)))
    @APIResponse(responseCode = "413", description = "Too large, too deep, or too much in it", content = @Content(mediaType = PROBLEM, examples = @ExampleObject(name = "request-too-large", value = SubmitExamples.TOO_LARGE)))
    @APIResponse(responseCode = "415", description = "Neither JSON in UTF-8 nor an upload", content = @Content(mediaType = PROBLEM, examples = @ExampleObject(name = "unsupported-media-type", value = SubmitExamples.MEDIA_TYPE)))
    @APIResponse(responseCode = "422", description = "Not valid, and every violation is named by JSON pointer; or the key"
            + " came with another body before", content = @Content(mediaType = PROBLEM, examples = {
                    @ExampleObject(name = "invalid-submission", value = SubmitExamples.INVALID),
                    @ExampleObject(name = "idempotency-key-reused", value = SubmitExamples.KEY_REUSED) }))
    @APIResponse(responseCode = "503", description = "The card cannot be fetched now", headers = @Header(name = "Retry-After", description = "Seconds", schema = @Schema(type = SchemaType.INTEGER)), content = @Content(mediaType = PROBLEM, examples = @ExampleObject(name = "card-unavailable", value = SubmitExamples.CARD_UNAVAILABLE)))
    public Response submit(@Context HttpHeaders headers,
            @Parameter(description = "true only tells what would become of the submission: nothing is stored and no key is used", schema = @Schema(type = SchemaType.BOOLEAN)) @QueryParam("validate") @Nullable String validate,
            byte @Nullable [] body) {
        requireUtf8(headers.getMediaType());
        return answer(headers, validate, () -> Body.read(body == null ? new byte[0] : body, config.maxBytes()));
    }

    @POST
    @RunOnVirtualThread
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true) // Described above: OpenAPI knows one operation for a path and method.
    public Response upload(@Context HttpHeaders headers, @QueryParam("validate") @Nullable String validate,
            MultipartFormDataInput form) {
        return answer(headers, validate, () -> Parts.assemble(Upload.parts(form), config.maxBytes()));
    }

    private Response answer(HttpHeaders headers, @Nullable String validate, Supplier<Body> body) {
        List<String> keys = Objects.requireNonNullElse(headers.getRequestHeader(KEY), List.of());
        String organizationId = Objects.requireNonNull(callers.current().organizationId(), "A submitter belongs to one");
        Client client = new Client(organizationId, IdempotencyKey.of(keys));
        return isTrue(validate) ? Response.ok(intake.rehearse(client, body.get())).build()
                : answer(intake.submit(client, body.get()));
    }

    private Response answer(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Accepted(var dossier, var warnings) -> Response.accepted(Accepted.of(dossier, warnings, links))
                    .location(links.self(dossier.review().submissionId())).build();
            case Receipt.Repeated(Submission first) -> Response.ok(Accepted.repeat(first, links))
                    .location(links.self(first.id())).build();
        };
    }

    /** RFC 8259 knows no other encoding, and a client that names one would be misunderstood. */
    private static void requireUtf8(@Nullable MediaType type) {
        String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw Problems.unsupportedMediaType();
        }
    }

    private static boolean isTrue(@Nullable String validate) {
        return switch (validate) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            case String other -> throw Problems.malformedParameter("validate is true or false.");
        };
    }
}
