package dev.touchstone.submission.catalog;

import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.submission.Page;
import dev.touchstone.submission.catalog.AgentViews.AgentLine;
import dev.touchstone.submission.catalog.AgentViews.AgentView;
import dev.touchstone.submission.catalog.AgentViews.RevisionView;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** Agents with the history of their revisions, for their own organisation and those who work for the installation. */
@Path("/api/v1/agents")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE })
public class AgentsResource {

    private final AgentHistory history;
    private final Callers callers;

    AgentsResource(AgentHistory history, Callers callers) {
        this.history = history;
        this.callers = callers;
    }

    @GET
    @WithSession
    @Operation(summary = "The agents that the caller may see, in the order of their ids")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "A parameter is malformed")
    public Uni<Page<AgentLine>> page(
            @Parameter(description = "1 to 200, 50 by default") @QueryParam("limit") @Nullable String limit,
            @Parameter(description = "next of the page before") @QueryParam("after") @Nullable String after) {
        return history.page(seen(callers), after, Page.limit(limit));
    }

    @GET
    @Path("/{agentId}")
    @WithSession
    @Operation(summary = "An agent: its baseline and its revisions, the last submitted first, each with the latest rounds")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "A parameter is malformed")
    @APIResponse(responseCode = "404")
    public Uni<AgentView> one(@PathParam("agentId") String agentId,
            @Parameter(description = "How many revisions: 1 to 200, 50 by default") @QueryParam("limit") @Nullable String limit,
            @Parameter(description = "next of the page before") @QueryParam("after") @Nullable String after) {
        return history.agent(seen(callers), agentId, after, Page.limit(limit));
    }

    @GET
    @Path("/{agentId}/revisions/{revision}")
    @WithSession
    @Operation(summary = "A revision of an agent: its submissions with all their rounds")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "404")
    public Uni<RevisionView> revision(@PathParam("agentId") String agentId, @PathParam("revision") String revision) {
        return history.revision(seen(callers), agentId, revision);
    }

    /** Whose agents the caller sees; null for all. */
    static @Nullable String seen(Callers callers) {
        Caller caller = callers.current();
        return caller.seesAll() ? null : Objects.requireNonNull(caller.organizationId());
    }
}
