package dev.touchstone.review.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Problems;
import dev.touchstone.review.Problems.Violation;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** The W&amp;B runs that wait, as JSON, for operators. */
@Path("/review/runs")
@RolesAllowed(Roles.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
class WaitingRunsResource {

    private final WaitingRuns runs;

    WaitingRunsResource(WaitingRuns runs) {
        this.runs = runs;
    }

    /** @param next behind which submission's run the next page begins; null on the last */
    @RegisterForReflection
    record Page(long count, List<Item> runs, @Nullable UUID next) {
    }

    /** @param since when the state was last told of */
    @RegisterForReflection
    record Item(UUID submissionId, String agentId, String revision, RunAnswer wandbRun, @Nullable Instant since) {

        static Item of(WaitingRuns.Waiting waiting) {
            return new Item(waiting.view().submissionId(), waiting.view().subject().review().agentId(),
                    waiting.view().subject().review().revision(), RunAnswer.of(waiting.view()), waiting.since());
        }
    }

    @GET
    @WithSession
    @Operation(summary = "The W&B runs that are kept offline or catch up, the last changed first")
    public Uni<Page> list(@QueryParam("state") @DefaultValue("") String state, @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        RunState wanted = state.isEmpty() ? null : state(state);
        return runs.list(wanted, after, limit + 1).flatMap(found -> runs.count(wanted).map(count -> new Page(count,
                found.stream().limit(limit).map(Item::of).toList(),
                found.size() > limit ? found.get(limit - 1).view().submissionId() : null)));
    }

    private static RunState state(String key) {
        return Stream.of(RunState.OFFLINE, RunState.CATCHING_UP).filter(state -> state.key().equals(key)).findFirst()
                .orElseThrow(() -> Problems.invalid(List.of(new Violation("/state", "must be offline or catching-up"))));
    }
}
