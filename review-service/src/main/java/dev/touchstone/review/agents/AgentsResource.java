package dev.touchstone.review.agents;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Decision;
import dev.touchstone.events.Stage;
import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.CaseState;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Findings;
import dev.touchstone.review.Problems;
import dev.touchstone.review.Sight;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** An agent over its revisions, as JSON. */
@Path("/review/agents/{agentId}")
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
@Produces(MediaType.APPLICATION_JSON)
class AgentsResource {

    private final AgentCases cases;
    private final Baselines baselines;
    private final Callers callers;

    AgentsResource(AgentCases cases, Baselines baselines, Callers callers) {
        this.cases = cases;
        this.baselines = baselines;
        this.callers = callers;
    }

    /**
     * @param baseline null where nothing is published, or where it is not known
     * @param baselineKnown false where submission-service could not be asked
     * @param reviews the last begun first
     * @param comparison of {@code left} and {@code right}, or of the last two revisions; null where there are no two
     */
    @RegisterForReflection
    record Agent(String agentId, String displayName, Baseline.@Nullable Set baseline, boolean baselineKnown,
            List<Review> reviews, @Nullable Compared comparison) {
    }

    /** @param scores of stages, 0 to 1; null where one was not measured */
    @RegisterForReflection
    record Review(UUID submissionId, String revision, CaseState state, Instant startedAt, @Nullable Double trustScore,
            Map<String, @Nullable Double> scores, Findings.@Nullable Ruling verdict, @Nullable Decision decision,
            URI page) {
    }

    /** @param rows figure by figure; a null was not measured */
    @RegisterForReflection
    record Compared(String left, String right, List<Comparison.Row> rows) {

        static Compared of(Comparison comparison) {
            return new Compared(AgentReviews.revision(comparison.left()), AgentReviews.revision(comparison.right()),
                    comparison.rows());
        }
    }

    @GET
    @WithSession
    @Operation(summary = "The reviews of an agent by revision, its baseline, and two revisions side by side")
    public Uni<Agent> get(@PathParam("agentId") String agentId, @QueryParam("left") @Nullable String left,
            @QueryParam("right") @Nullable String right) {
        Sight sight = Sight.of(callers.current());
        return cases.of(agentId, sight).map(found -> found.orElseThrow(AgentsResource::unknown))
                .flatMap(reviews -> baselines.of(agentId, sight).map(baseline -> agent(reviews, baseline, left, right)));
    }

    private static RuntimeException unknown() {
        return Problems.of(404, "unknown-agent", "There is no such agent")
                .withDetail("No review of an agent with this id has been seen, or it is none of yours").build();
    }

    private static Agent agent(AgentReviews reviews, Baseline baseline, @Nullable String left, @Nullable String right) {
        return new Agent(reviews.agentId(), reviews.displayName(), baseline instanceof Baseline.Set set ? set : null,
                !(baseline instanceof Baseline.Unknown), reviews.views().stream().map(AgentsResource::review).toList(),
                reviews.compare(left, right).map(Compared::of).orElse(null));
    }

    private static Review review(CaseView view) {
        Map<String, @Nullable Double> scores = new LinkedHashMap<>();
        Stream.of(Stage.SECURITY, Stage.FUNCTIONAL, Stage.JUDGE)
                .forEach(stage -> scores.put(stage.key(), Comparison.score(view, stage)));
        Findings.Verdict verdict = view.findings().verdict();
        Findings.Decided decided = view.findings().decision();
        return new Review(view.submissionId(), AgentReviews.revision(view), view.course().state(), view.course().startedAt(),
                Comparison.trust(view), scores, verdict == null ? null : verdict.ruling(),
                decided == null ? null : decided.decision(), URI.create("/submissions/" + view.submissionId()));
    }
}
