package dev.touchstone.telemetry.sender;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.touchstone.events.access.Roles;
import dev.touchstone.telemetry.sender.OfflineArchives.Taken;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** An offline run as one file, made from the database: any replica gives the same. */
@Path("/telemetry/runs/{submissionId}/offline-archive")
@RolesAllowed({ Roles.OPERATOR, Roles.REVIEWER, Roles.AUDITOR, Roles.SERVICE })
@Tag(name = "runs")
public class OfflineArchiveResource {

    private static final String ZIP = "application/zip";

    private final OfflineArchives archives;

    OfflineArchiveResource(OfflineArchives archives) {
        this.archives = archives;
    }

    @GET
    @RunOnVirtualThread
    @Produces(ZIP)
    @Operation(summary = "An offline run, for `wandb sync`", description = """
            A zip file with the run's directories and a README.txt. What it holds is closed with this: rows that come later \
            are in a further directory of the next archive. Directories that an earlier archive had, or whose rows W&B has \
            got, are marked there as synced, so that uploading every archive gives every row once.""")
    @APIResponse(responseCode = "200", description = "The archive", content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "There is no such run, or it is not kept offline")
    public Response get(@PathParam("submissionId") UUID submissionId) {
        Taken taken = archives.take(submissionId)
                .orElseThrow(() -> new NotFoundException("No such run is kept offline"));
        StreamingOutput archive = out -> archives.give(taken, out);
        return Response.ok(archive, ZIP).header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + fileName(taken) + "\"").build();
    }

    /** A run id is made of letters, digits, hyphens and underscores. */
    private static String fileName(Taken taken) {
        return "wandb-" + taken.held().run().review().wandbRun().wandbId() + ".zip";
    }
}
