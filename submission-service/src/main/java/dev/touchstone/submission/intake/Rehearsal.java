package dev.touchstone.submission.intake;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The answer to a submission that was only tried.
 *
 * @param wouldBeAccepted whether it has no problems
 * @param agentId null where the request could not be understood, as the two that follow
 * @param snapshotDigest of card and endpoint manifest
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Rehearsal(boolean wouldBeAccepted, @Nullable String agentId, @Nullable String revision, @Nullable String snapshotDigest,
        List<Refusal> problems, List<String> warnings) {

    Rehearsal {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** The problem document that the submission would be answered with. */
    @RegisterForReflection
    @Schema(description = "A problem document of RFC 9457 with its further members, as violations")
    record Refusal(URI type, int status, String title, @Nullable String detail, @JsonAnyGetter Map<String, Object> more) {

        static Refusal of(HttpProblem problem) {
            return new Refusal(problem.getType(), problem.getStatusCode(), problem.getTitle(), problem.getDetail(),
                    problem.getParameters());
        }
    }

    static Rehearsal of(HttpProblem problem) {
        return new Rehearsal(false, null, null, null, List.of(Refusal.of(problem)), List.of());
    }

    static Rehearsal of(Proposal proposal, AgentRules.Applied rules) {
        List<String> warnings = new ArrayList<>(proposal.warnings());
        warnings.addAll(rules.warnings());
        return new Rehearsal(rules.problems().isEmpty(), proposal.agentId(), proposal.revision(), proposal.snapshot(),
                rules.problems().stream().map(Refusal::of).toList(), warnings);
    }
}
