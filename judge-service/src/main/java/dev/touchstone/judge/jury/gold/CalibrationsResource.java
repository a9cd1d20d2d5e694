package dev.touchstone.judge.jury.gold;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;

/**
 * Measures the jurors by the gold set. An operator asks for it, since it may take many calls of models; auditors read it.
 * Submitters may not: who knows how a juror errs can write answers for it.
 */
@Path("/calibrations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({ Roles.OPERATOR, Roles.AUDITOR })
@Tag(name = "Calibrations", description = "How far each juror agrees with the gold set")
@APIResponse(responseCode = "401", description = "The caller is not known")
@APIResponse(responseCode = "403", description = "The caller may not do this")
public class CalibrationsResource {

    private final CalibrationRuns runs;
    private final Calibrations calibrations;
    private final Callers callers;

    CalibrationsResource(CalibrationRuns runs, Calibrations calibrations, Callers callers) {
        this.runs = runs;
        this.calibrations = calibrations;
        this.callers = callers;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Begins a calibration", description = "Without a body, of all jurors that the operator has configured. One runs at a time.")
    @RequestBody(required = false, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CalibrationWish.class)))
    @APIResponse(responseCode = "202", description = "Begun; Location tells where it can be followed", content = @Content(schema = @Schema(implementation = Calibration.class)))
    @APIResponse(responseCode = "400", description = "No JSON object in UTF-8")
    @APIResponse(responseCode = "409", description = "One is running")
    @APIResponse(responseCode = "413", description = "Too large")
    @APIResponse(responseCode = "422", description = "Not valid; every violation is named by JSON pointer")
    public Response begin(byte @Nullable [] body) {
        Calibration begun = runs.start(CalibrationWish.read(body), callers.current().name());
        return Response.accepted(begun.withoutResult()).location(URI.create("/calibrations/" + begun.id())).build();
    }

    @GET
    @Operation(summary = "The latest hundred, without their results")
    @APIResponse(responseCode = "200")
    public List<Calibration> all() {
        return calibrations.latest();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One with its result: confusion, precision and recall, agreement and kappa by juror")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "404")
    public Calibration one(@PathParam("id") String id) {
        return uuid(id).flatMap(calibrations::one).orElseThrow(CalibrationProblems::unknown);
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
