package dev.touchstone.review.artifacts;

import java.net.URI;
import java.util.List;
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
import org.jboss.logging.Logger;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Problems;
import dev.touchstone.review.Sight;
import dev.touchstone.review.artifacts.reads.Reads;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/** Gives out the files that the events of reviews point to, as far as the caller may see one of those reviews. */
@Path("/review/artifacts/{digest}")
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class ArtifactDownloadResource {

    private static final Logger LOG = Logger.getLogger(ArtifactDownloadResource.class);
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    /** What a browser may be told a download is; anything else is bytes. */
    private static final Set<String> HARMLESS = Set.of("application/json", "application/jsonl", "application/x-ndjson",
            "text/plain", "text/csv");

    private final ArtifactSources sources;
    private final StageFiles files;
    private final Reads reads;
    private final Callers callers;

    ArtifactDownloadResource(ArtifactSources sources, StageFiles files, Reads reads, Callers callers) {
        this.sources = sources;
        this.files = files;
        this.reads = reads;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "An artifact that an event pointed to, by its digest")
    public Uni<Response> get(@PathParam("digest") String digest) {
        Caller reader = callers.current();
        Sight sight = Sight.of(reader);
        // The session ends before the fetch begins: a slow service must not hold a database connection.
        return Panache.withSession(() -> sources.of(digest, sight)).flatMap(known -> {
            if (known.isEmpty()) {
                return Uni.createFrom().item(unknown());
            }
            return recorded(reader, known).flatMap(recorded -> recorded ? serve(known)
                    : Uni.createFrom().item(unrecorded()));
        });
    }

    /** What nobody can be told of is not given: a failure to record is a refusal. */
    private Uni<Boolean> recorded(Caller reader, List<SourceRow> known) {
        Uni<Void> noted = Uni.createFrom().voidItem();
        for (String name : known.stream().map(source -> source.name).distinct().toList()) {
            noted = noted.chain(() -> reads.noteDownload(reader, known.getFirst().id.digest(), name));
        }
        return noted.replaceWith(true).onFailure()
                .invoke(failure -> LOG.errorf("artifact: a download could not be recorded: %s", failure)).onFailure()
                .recoverWithItem(false);
    }

    private Uni<Response> serve(List<SourceRow> known) {
        return known.stream().flatMap(source -> serve(source).stream()).findFirst()
                .orElseGet(() -> Uni.createFrom().item(unavailable("its address is not one of the services'")));
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

    private static Response unrecorded() {
        return Problems.of(UNAVAILABLE, "read-not-recorded", "The artifact is not given now")
                .withDetail("Reads of such files are recorded, and this one could not be; try again later").build()
                .toResponse();
    }

    private static Response unavailable(String reason) {
        return Problems.of(BAD_GATEWAY, "artifact-unavailable", "The artifact cannot be had now").withDetail(reason).build()
                .toResponse();
    }
}
