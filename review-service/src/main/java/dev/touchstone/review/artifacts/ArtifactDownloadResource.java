package dev.touchstone.review.artifacts;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Problems;
import dev.touchstone.review.Sight;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/** Gives out the files that the events of reviews point to, as far as the caller may see one of those reviews. */
@Path("/review/artifacts/{digest}")
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class ArtifactDownloadResource {

    private static final int BAD_GATEWAY = 502;
    /** What a browser may be told a download is; anything else is bytes. */
    private static final Set<String> HARMLESS = Set.of("application/json", "application/jsonl", "application/x-ndjson",
            "text/plain", "text/csv");

    private final ArtifactSources sources;
    private final StageFiles files;
    private final Callers callers;

    ArtifactDownloadResource(ArtifactSources sources, StageFiles files, Callers callers) {
        this.sources = sources;
        this.files = files;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "An artifact that an event pointed to, by its digest")
    public Uni<Response> get(@PathParam("digest") String digest) {
        Sight sight = Sight.of(callers.current());
        // The session ends before the fetch begins: a slow service must not hold a database connection.
        return Panache.withSession(() -> sources.of(digest, sight)).flatMap(known -> {
            if (known.isEmpty()) {
                return Uni.createFrom().item(unknown());
            }
            return known.stream().flatMap(source -> serve(source).stream()).findFirst()
                    .orElseGet(() -> Uni.createFrom().item(unavailable("its address is not one of the services'")));
        });
    }

    private Optional<Uni<Response>> serve(SourceRow source) {
        return files.at(URI.create(source.id.url()), source.id.digest()).map(fetch -> fetch.map(fetched -> switch (fetched) {
            case Fetched.File(Buffer content) -> download(source, content);
            case Fetched.Unavailable(String reason) -> unavailable(reason);
        }));
    }

    private static Response download(SourceRow source, Buffer content) {
        String type = HARMLESS.contains(source.mediaType) ? source.mediaType : MediaType.APPLICATION_OCTET_STREAM;
        return Response.ok(content, type).tag(new EntityTag(source.id.digest()))
                .header("Cache-Control", "private, max-age=31536000, immutable")
                // What an agent wrote must never run in a reviewer's browser.
                .header("Content-Disposition", "attachment; filename=\"" + fileName(source.name) + "\"").build();
    }

    static String fileName(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.+", "_");
        return plain.isEmpty() ? "artifact" : plain.substring(0, Math.min(plain.length(), 100));
    }

    private static Response unknown() {
        return Problems.of(404, "unknown-artifact", "No event has pointed to such an artifact").build().toResponse();
    }

    private static Response unavailable(String reason) {
        return Problems.of(BAD_GATEWAY, "artifact-unavailable", "The artifact cannot be had now").withDetail(reason).build()
                .toResponse();
    }
}
