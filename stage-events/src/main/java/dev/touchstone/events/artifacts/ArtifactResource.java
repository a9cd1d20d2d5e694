package dev.touchstone.events.artifacts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.access.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/**
 * Serves the service's artifacts to the other services and to those who may see every organisation's: content is kept by
 * digest alone and does not know to whom it belongs. It never changes under its digest, so it may be kept for ever.
 */
@Path("/artifacts/{digest}")
public class ArtifactResource {

    private final Artifacts artifacts;

    ArtifactResource(Artifacts artifacts) {
        this.artifacts = artifacts;
    }

    @GET
    @RolesAllowed({ Roles.SERVICE, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
    @WithSession
    @Operation(summary = "An artifact by its digest")
    public Uni<Response> get(@PathParam("digest") String digest) {
        if (!ArtifactRef.DIGEST.matcher(digest).matches()) {
            throw new BadRequestException("A digest is sha256: and 64 lower-case hexadecimal digits");
        }
        return artifacts.find(digest).onItem().ifNull().failWith(() -> new NotFoundException("No such artifact"))
                .map(artifact -> Response.ok(artifact.content(), artifact.mediaType())
                        .tag(new EntityTag(digest))
                        .header("Cache-Control", "private, max-age=31536000, immutable")
                        // What an agent wrote must never run in a reviewer's browser.
                        .header("Content-Disposition", "attachment")
                        .header("X-Content-Type-Options", "nosniff")
                        .build());
    }
}
