package dev.touchstone.submission.intake;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.touchstone.submission.Problems;
import dev.touchstone.submission.intake.Precedents.Earlier;
import dev.touchstone.submission.intake.Precedents.Found;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** What an agent's past allows. Pure: the same past and the same proposal always make the same rules apply. */
final class AgentRules {

    private AgentRules() {
    }

    /**
     * What comes of it.
     *
     * @param problems why the proposal is refused, the weightiest first; where there are none it can be accepted
     */
    record Applied(List<HttpProblem> problems, List<String> warnings) {

        Applied {
            problems = List.copyOf(problems);
            warnings = List.copyOf(warnings);
        }

        Applied and(HttpProblem further) {
            return new Applied(Stream.concat(problems.stream(), Stream.of(further)).toList(), warnings);
        }
    }

    /** @param links where a submission is shown */
    static Applied apply(String organizationId, Proposal proposal, Found past, Function<UUID, URI> links) {
        if (past.owner() != null && !past.owner().equals(organizationId)) {
            // And not a word of what the other organisation did with it.
            return new Applied(List.of(Problems.agentTaken()), List.of());
        }
        Function<Earlier, HttpProblem> duplicate = each -> Problems.duplicateInReview(each.submissionId(),
                links.apply(each.submissionId()));
        Function<Earlier, HttpProblem> republished = each -> Problems.revisionPublished(links.apply(each.submissionId()));
        List<HttpProblem> problems = Stream.concat(
                past.inReview().stream().filter(each -> isSame(each, proposal)).map(duplicate).limit(1),
                past.published().stream().filter(each -> isChanged(each, proposal)).map(republished).limit(1)).toList();
        return new Applied(problems, warnings(proposal, past));
    }

    private static List<String> warnings(Proposal proposal, Found past) {
        List<String> warnings = new ArrayList<>();
        past.published().stream().filter(each -> isSame(each, proposal)).findFirst()
                .ifPresent(each -> warnings.add("Nothing has changed since revision " + each.revision()
                        + " of this agent, which is published."));
        past.inReview().stream().filter(each -> isChanged(each, proposal)).findFirst()
                .ifPresent(each -> warnings.add("Revision " + each.revision() + " of this agent is in review with another card"
                        + " or manifest, as submission " + each.submissionId() + "; the catalog can hold only one of both."));
        return warnings;
    }

    private static boolean isSame(Earlier earlier, Proposal proposal) {
        return proposal.snapshot().equals(earlier.snapshot());
    }

    /** What was not kept cannot be called another. */
    private static boolean isChanged(Earlier earlier, Proposal proposal) {
        return earlier.revision().equals(proposal.revision()) && earlier.snapshot() != null && !isSame(earlier, proposal);
    }
}
