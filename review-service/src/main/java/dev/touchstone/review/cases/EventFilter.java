package dev.touchstone.review.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Severity;
import dev.touchstone.events.Stage;
import dev.touchstone.review.Ids;
import dev.touchstone.review.Problems;
import dev.touchstone.review.Problems.Violation;
import dev.touchstone.review.SearchPattern;

/**
 * Which events of a review are asked for; null and empty ask for all.
 *
 * @param stage a stage's key
 * @param severity a severity's key
 * @param search in what the reader may see of them
 * @param workflowRunId of one round
 */
public record EventFilter(@QueryParam("stage") @Parameter(description = "Only of this stage") @Nullable String stage,
        @QueryParam("severity") @Parameter(description = "Only of this severity") @Nullable String severity,
        @QueryParam("q") @Parameter(description = "Only with this in kind, actor or data") @Nullable String search,
        @QueryParam("workflowRunId") @Parameter(description = "Only of this round") @Nullable String workflowRunId) {

    private static final int LONGEST = 200;

    /** Refuses what nothing could ever fit: a misspelt stage must not look like a stage without events. */
    EventFilter checked() {
        List<Violation> violations = new ArrayList<>();
        if (stage != null && Stream.of(Stage.values()).map(Stage::key).noneMatch(stage::equals)) {
            violations.add(new Violation("/stage", "is not a stage"));
        }
        if (severity != null && Stream.of(Severity.values()).map(Severity::key).noneMatch(severity::equals)) {
            violations.add(new Violation("/severity", "must be info, warn or error"));
        }
        if (search != null && search.length() > LONGEST) {
            violations.add(new Violation("/q", "has at most " + LONGEST + " characters"));
        }
        if (workflowRunId != null && Ids.parse(workflowRunId).isEmpty()) {
            violations.add(new Violation("/workflowRunId", "is the id of a round"));
        }
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations);
        }
        return this;
    }

    @Nullable
    UUID round() {
        return Ids.parse(workflowRunId).orElse(null);
    }

    String pattern() {
        return SearchPattern.containing(search == null ? "" : search);
    }
}
