package dev.touchstone.review.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
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
import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Problems;
import dev.touchstone.review.Problems.Violation;
import dev.touchstone.review.Sight;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** What the caller may know of the reviews, as JSON. */
@Path("/review")
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
@Produces(MediaType.APPLICATION_JSON)
class CasesResource {

    private final Cases cases;
    private final Timeline timeline;
    private final Callers callers;

    CasesResource(Cases cases, Timeline timeline, Callers callers) {
        this.cases = cases;
        this.timeline = timeline;
        this.callers = callers;
    }

    /** The events as they came, members of newer versions included; only addresses of agents are made public. */
    @RegisterForReflection
    record Events(UUID submissionId, @JsonRawValue String events) {
    }

    @GET
    @Path("/progress/{submissionId}")
    @WithSession
    @Operation(summary = "Where a review stands")
    public Uni<ProgressAnswer> progress(@PathParam("submissionId") UUID submissionId) {
        return known(submissionId).map(ProgressAnswer::of);
    }

    private Uni<CaseView> known(UUID submissionId) {
        return cases.find(submissionId, sight()).map(view -> view.orElseThrow(Problems::unknownSubmission));
    }

    private Sight sight() {
        return Sight.of(callers.current());
    }

    @GET
    @Path("/events/{submissionId}")
    @WithSession
    @Operation(summary = "Every event of a review in causal order, as it came but for keys in the agent's address")
    public Uni<Events> events(@PathParam("submissionId") UUID submissionId, @QueryParam("stage") Optional<String> stage,
            @QueryParam("severity") Optional<String> severity) {
        checkFilters(stage, severity);
        return known(submissionId).flatMap(known -> timeline.of(submissionId))
                .map(entries -> new Events(submissionId, entries.stream()
                        .filter(entry -> stage.map(entry.event().stage().key()::equals).orElse(true))
                        .filter(entry -> severity.map(entry.event().severity().key()::equals).orElse(true))
                        .map(Timeline.Entry::publicJson).toList().toString()));
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
