package dev.touchstone.submission.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.submission.Cursor;
import dev.touchstone.submission.Page;
import dev.touchstone.submission.policy.BaselineChange;
import dev.touchstone.submission.policy.Baselines;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** Which revision of an agent is, and was, its baseline. */
@Path("/api/v1/agents/{agentId}/baselines")
@Produces(MediaType.APPLICATION_JSON)
public class BaselinesResource {

    private final AgentHistory agents;
    private final Baselines baselines;
    private final RollBackBaseline rollBack;
    private final Callers callers;

    BaselinesResource(AgentHistory agents, Baselines baselines, RollBackBaseline rollBack, Callers callers) {
        this.agents = agents;
        this.baselines = baselines;
        this.rollBack = rollBack;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE })
    @WithSession
    @Operation(summary = "All changes of an agent's baseline, the newest first; the first of them is in force")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "A parameter is malformed")
    @APIResponse(responseCode = "404")
    public Uni<Page<BaselineChange>> page(@PathParam("agentId") String agentId,
            @Parameter(description = "1 to 200, 50 by default") @QueryParam("limit") @Nullable String limit,
            @Parameter(description = "next of the page before") @QueryParam("after") @Nullable String after) {
        int most = Page.limit(limit);
        return agents.latest(AgentsResource.seen(callers), agentId)
                .chain(() -> baselines.history(agentId, Cursor.number(after), most + 1))
                .map(rows -> Page.of(rows, most, row -> Cursor.of(Long.toString(row.number()))));
    }

    @POST
    @Path("/rollback")
    @RolesAllowed(Roles.OPERATOR)
    @WithTransaction
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a former baseline the agent's baseline again; the one that was is marked as withdrawn")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "Not JSON")
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "409", description = "The revision never was the baseline, or is it already")
    @APIResponse(responseCode = "422", description = "Not valid; every violation is named by JSON pointer")
    public Uni<BaselineChange> rollBack(@PathParam("agentId") String agentId, byte @Nullable [] body) {
        RollBackBaseline.Wish wish = RollBackBaseline.Wish.read(body);
        String actor = callers.current().name();
        return agents.latest(null, agentId).chain(() -> rollBack.rollBack(agentId, wish, actor));
    }
}
