package dev.touchstone.submission.catalog;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Roles;
import dev.touchstone.submission.Page;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** What is published, for everybody who is known. */
@Path("/api/v1/catalog")
@Produces(MediaType.APPLICATION_JSON)
public class CatalogResource {

    private final CatalogSearch search;

    CatalogResource(CatalogSearch search) {
        this.search = search;
    }

    /**
     * A published revision.
     *
     * @param standing {@code current}, {@code superseded} or {@code withdrawn}
     * @param trustScore 0 to 100, null where a person approved without one
     * @param publishedAt when its review ended
     */
    @RegisterForReflection
    record Entry(String agentId, String revision, String displayName, String organizationId, String standing,
            @Nullable Double trustScore, Instant publishedAt, String statusReason, URI wandbUrl, UUID submissionId) {

        static Entry of(CatalogEntry row) {
            return new Entry(row.agentId, row.revision, row.displayName, row.organizationId, row.standing, row.trustScore,
                    row.publishedAt, row.statusReason, URI.create(row.wandbUrl), row.submissionId);
        }
    }

    @GET
    @RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE })
    @WithSession
    @Operation(summary = "The published revisions, of every organisation")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "A parameter is malformed")
    public Uni<Page<Entry>> page(
            @Parameter(description = "Text in the agent's id or name") @QueryParam("q") @Nullable String text,
            @Parameter(description = "The least trust score; leaves out what has none") @QueryParam("minScore") @Nullable String minScore,
            @Parameter(description = "current, superseded or withdrawn") @QueryParam("standing") @Nullable String standing,
            @Parameter(description = "published, the default: the newest first; name; score: the best first") @QueryParam("sort") @Nullable String sort,
            @Parameter(description = "1 to 200, 50 by default") @QueryParam("limit") @Nullable String limit,
            @Parameter(description = "next of the page before") @QueryParam("after") @Nullable String after) {
        return search.page(CatalogQuery.of(text, minScore, standing, sort), after, Page.limit(limit))
                .map(page -> page.map(Entry::of));
    }
}
