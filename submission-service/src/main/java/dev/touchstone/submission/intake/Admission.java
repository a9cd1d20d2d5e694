package dev.touchstone.submission.intake;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.WandbRun;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.submission.Dossier;
import dev.touchstone.submission.Links;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Submissions;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;

/** Decides on a sound proposal by what was submitted before, and accepts it in the same transaction. */
@ApplicationScoped
class Admission {

    private final Precedents precedents;
    private final Drafting drafting;
    private final Entering entering;
    private final Links links;

    Admission(Precedents precedents, Drafting drafting, Entering entering, Links links) {
        this.precedents = precedents;
        this.drafting = drafting;
        this.entering = entering;
        this.links = links;
    }

    /**
     * @param claim of the key that the client sent, null where it sent none
     * @throws HttpProblem for every refusal; nothing is stored then
     */
    Receipt.Accepted admit(Client client, String requestDigest, Proposal proposal, Claim.@Nullable Mine claim) {
        String organization = client.organizationId();
        Dossier dossier = drafting.dossier(organization, proposal);
        return Blocking.inTransaction(() -> precedents.claim(organization, proposal)
                .map(past -> accepted(AgentRules.apply(organization, proposal, past, links::self), proposal))
                .flatMap(warned -> enter(new Submissions.New(organization, requestDigest, warned.snapshot(), dossier,
                        drafting.acceptance(warned)), warned, claim)));
    }

    private static Proposal accepted(AgentRules.Applied rules, Proposal proposal) {
        if (!rules.problems().isEmpty()) {
            throw rules.problems().getFirst();
        }
        return proposal.warned(rules.warnings());
    }

    private Uni<Receipt.Accepted> enter(Submissions.New submission, Proposal proposal, Claim.@Nullable Mine claim) {
        // Of two at once the table's constraint lets one in; of aliases it knows nothing.
        return precedents.isTaken(submission.dossier().review().wandbRun()).invoke(Admission::requireFree)
                .chain(() -> entering.enter(submission, proposal, claim))
                .replaceWith(() -> new Receipt.Accepted(submission.dossier(), proposal.warnings()));
    }

    private static void requireFree(boolean taken) {
        if (taken) {
            throw Problems.runTaken();
        }
    }

    /** What {@link #admit} would come to now. Nothing is stored, and nothing is locked. */
    AgentRules.Applied rehearse(Client client, Proposal proposal) {
        Dossier dossier = drafting.dossier(client.organizationId(), proposal);
        return Blocking.inTransaction(() -> precedents.find(proposal)
                .map(past -> AgentRules.apply(client.organizationId(), proposal, past, links::self))
                .flatMap(rules -> withRun(rules, dossier.review().wandbRun())));
    }

    private Uni<AgentRules.Applied> withRun(AgentRules.Applied rules, WandbRun run) {
        return precedents.isTaken(run).map(taken -> taken ? rules.and(Problems.runTaken()) : rules);
    }
}
