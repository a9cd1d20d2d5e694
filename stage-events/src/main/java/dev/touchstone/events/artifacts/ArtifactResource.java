package dev.touchstone.events.artifacts;

import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.access.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/**
 * Serves the service's artifacts to the other services and to those who may see every organisation's: content is kept by
 * digest alone and does not know to whom it belongs.
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
    @Operation(summary = "An artifact by its digest", description = "Whole, or one range of its bytes; compressed for who reads gzip.")
    @APIResponse(responseCode = "200", description = "The content, byte for byte")
    @APIResponse(responseCode = "206", description = "The range that was asked for")
    @APIResponse(responseCode = "304", description = "The content never changes under its digest")
    public Uni<Response> get(@PathParam("digest") String digest,
            @Parameter(description = "With gzip the content may come compressed") @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String acceptEncoding,
            @Parameter(description = "One range of bytes") @HeaderParam("Range") @Nullable String range,
            @Parameter(description = "The tag of what the range is to go on with") @HeaderParam("If-Range") @Nullable String ifRange,
            @Parameter(description = "Tags of what the caller has") @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        if (!ArtifactRef.DIGEST.matcher(digest).matches()) {
            throw new BadRequestException("A digest is sha256: and 64 lower-case hexadecimal digits");
        }
        return artifacts.find(digest).onItem().ifNull().failWith(() -> new NotFoundException("No such artifact"))
                .map(artifact -> new Serving(digest, artifact.mediaType(), present(artifact))
                        .answer(new Serving.Wish(acceptEncoding, range, ifRange, ifNoneMatch)));
    }

    private static Packed present(StoredArtifact artifact) {
        Optional<Packed> packed = artifact.packed();
        return packed.orElseThrow(() -> new ClientErrorException("The artifact was kept until "
                + artifact.forgottenAt().orElseThrow(), Status.GONE));
    }
}
