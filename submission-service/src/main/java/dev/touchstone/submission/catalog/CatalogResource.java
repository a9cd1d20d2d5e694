package dev.touchstone.submission.catalog;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Roles;
import dev.touchstone.submission.Problems;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** What is published. */
@Path("/api/v1/catalog")
@Produces(MediaType.APPLICATION_JSON)
public class CatalogResource {

    private static final int LARGEST_PAGE = 200;
    private static final int LAST_PAGE = 1_000_000;

    private final Catalog catalog;

    CatalogResource(Catalog catalog) {
        this.catalog = catalog;
    }

    /** A published revision; trustScore is null where a person approved without one. */
    @RegisterForReflection
    record Entry(String agentId, String revision, String displayName, @Nullable Double trustScore, Instant publishedAt,
            String statusReason, URI wandbUrl, UUID submissionId) {

        static Entry of(CatalogEntry row) {
            return new Entry(row.agentId, row.revision, row.displayName, row.trustScore, row.publishedAt, row.statusReason,
                    URI.create(row.wandbUrl), row.submissionId);
        }
    }

    /** One page, the newest publication first; {@code total} counts all. */
    @RegisterForReflection
    record Entries(List<Entry> items, int page, int size, long total) {
    }

    @GET
    @RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE })
    @WithSession
    @Operation(summary = "The published revisions, the newest first")
    public Uni<Entries> page(@QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("20") int size) {
        if (page < 0 || page > LAST_PAGE || size < 1 || size > LARGEST_PAGE) {
            throw Problems.malformedParameter("page counts from 0, and size is 1 to " + LARGEST_PAGE + ".");
        }
        return catalog.page(page, size).map(rows -> rows.stream().map(Entry::of).toList())
                .flatMap(items -> catalog.count().map(total -> new Entries(items, page, size, total)));
    }
}
