package dev.touchstone.review.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import com.fasterxml.jackson.annotation.JsonRawValue;

import dev.touchstone.events.Severity;
import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseState;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Problems;
import dev.touchstone.review.Problems.Violation;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** What is known of the reviews, as JSON. */
@Path("/review")
@Produces(MediaType.APPLICATION_JSON)
class CasesResource {

    private final Queue queue;
    private final Cases cases;
    private final Timeline timeline;

    CasesResource(Queue queue, Cases cases, Timeline timeline) {
        this.queue = queue;
        this.cases = cases;
        this.timeline = timeline;
    }

    /** The events as they came, members of newer versions included; only addresses of agents are made public. */
    @RegisterForReflection
    record Events(UUID submissionId, @JsonRawValue String events) {
    }

    @GET
    @Path("/queue")
    @WithSession
    @Operation(summary = "What awaits a decision first, then what runs, then what ended")
    public Uni<QueueAnswer> queue(@QueryParam("q") @DefaultValue("") String search,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return queue.list(List.of(CaseState.AWAITING_DECISION), search, limit)
                .flatMap(waiting -> further(waiting, List.of(CaseState.IN_REVIEW), search, limit))
                .flatMap(open -> further(open, List.of(CaseState.PUBLISHED, CaseState.REJECTED, CaseState.CANCELLED), search,
                        limit))
                .flatMap(listed -> queue.counts(search).map(counts -> QueueAnswer.of(counts, listed)));
    }

    private Uni<List<CaseView>> further(List<CaseView> first, List<CaseState> states, String search, int limit) {
        int room = limit - first.size();
        return room <= 0 ? Uni.createFrom().item(first)
                : queue.list(states, search, room).map(more -> {
                    List<CaseView> all = new ArrayList<>(first);
                    all.addAll(more);
                    return all;
                });
    }

    @GET
    @Path("/progress/{submissionId}")
    @WithSession
    @Operation(summary = "Where a review stands")
    public Uni<ProgressAnswer> progress(@PathParam("submissionId") UUID submissionId) {
        return cases.find(submissionId).map(view -> ProgressAnswer.of(view.orElseThrow(Problems::unknownSubmission)));
    }

    @GET
    @Path("/events/{submissionId}")
    @WithSession
    @Operation(summary = "Every event of a review in causal order, as it came but for keys in the agent's address")
    public Uni<Events> events(@PathParam("submissionId") UUID submissionId, @QueryParam("stage") Optional<String> stage,
            @QueryParam("severity") Optional<String> severity) {
        checkFilters(stage, severity);
        return timeline.of(submissionId).map(entries -> {
            if (entries.isEmpty()) {
                throw Problems.unknownSubmission();
            }
            return new Events(submissionId, entries.stream()
                    .filter(entry -> stage.map(entry.event().stage().key()::equals).orElse(true))
                    .filter(entry -> severity.map(entry.event().severity().key()::equals).orElse(true))
                    .map(Timeline.Entry::publicJson).toList().toString());
        });
    }

    private static void checkFilters(Optional<String> stage, Optional<String> severity) {
        List<Violation> violations = new ArrayList<>();
        if (stage.isPresent() && List.of(Stage.values()).stream().noneMatch(known -> known.key().equals(stage.get()))) {
            violations.add(new Violation("/stage", "is not a stage"));
        }
        if (severity.isPresent()
                && List.of(Severity.values()).stream().noneMatch(known -> known.key().equals(severity.get()))) {
            violations.add(new Violation("/severity", "must be info, warn or error"));
        }
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations);
        }
    }
}
