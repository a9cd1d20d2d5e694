package dev.touchstone.review.pages.agents;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Sight;
import dev.touchstone.review.agents.AgentCases;
import dev.touchstone.review.agents.AgentReviews;
import dev.touchstone.review.agents.Baseline;
import dev.touchstone.review.agents.Baselines;
import dev.touchstone.review.pages.Answering;
import dev.touchstone.review.pages.ErrorPage;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.Frame;
import dev.touchstone.review.pages.Paths;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** An agent over its revisions. */
@Path("/agents/{agentId}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class AgentPageResource {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final AgentCases cases;
    private final Baselines baselines;
    private final Answering answering;
    private final Callers callers;

    AgentPageResource(AgentCases cases, Baselines baselines, Answering answering, Callers callers) {
        this.cases = cases;
        this.baselines = baselines;
        this.answering = answering;
        this.callers = callers;
    }

    /** @param left revision, null as {@code right} for the last two */
    record Sides(@QueryParam("left") @Nullable String left, @QueryParam("right") @Nullable String right) {
    }

    @GET
    @WithSession
    @Operation(hidden = true)
    public Uni<Response> agent(@PathParam("agentId") String agentId, @BeanParam Sides sides) {
        Sight sight = Sight.of(callers.current());
        Frame frame = answering.frame(Paths.agent(agentId), callers.current());
        return cases.of(agentId, sight).flatMap(found -> found
                .map(reviews -> baselines.of(agentId, sight).flatMap(baseline -> page(reviews, baseline, sides, frame)))
                .orElseGet(() -> answering.error(NOT_FOUND, ErrorPage.Fault.NOT_FOUND)));
    }

    private Uni<Response> page(AgentReviews reviews, Baseline baseline, Sides sides, Frame frame) {
        AgentView view = new AgentShaping(reviews, baseline, Formats.of(frame.language()))
                .shape(reviews.compare(sides.left(), sides.right()));
        return answering.page(OK, new AgentPage(view, frame), frame);
    }
}
