package dev.touchstone.submission.intake;

import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Submissions;
import dev.touchstone.submission.review.Reviews;
import io.smallrye.mutiny.Uni;

/** Stores what is accepted, with its files and the beginning of its review, in the caller's transaction. */
@ApplicationScoped
class Entering {

    private final Submissions submissions;
    private final Reviews reviews;
    private final Artifacts artifacts;
    private final IdempotencyKeys keys;

    Entering(Submissions submissions, Reviews reviews, Artifacts artifacts, IdempotencyKeys keys) {
        this.submissions = submissions;
        this.reviews = reviews;
        this.artifacts = artifacts;
        this.keys = keys;
    }

    /**
     * @param claim null where the client sent no key
     * @throws io.quarkiverse.resteasy.problem.HttpProblem as the failure, where the run or the key is somebody else's by now
     */
    Uni<Void> enter(Submissions.New submission, Proposal proposal, Claim.@Nullable Mine claim) {
        return submissions.add(submission)
                .invoke(added -> requireTrue(added, Problems::runTaken))
                .chain(() -> keep(claim, submission.dossier().review().submissionId()))
                .chain(() -> store("card.json", proposal.cardBytes()))
                .chain(() -> proposal.manifestBytes().map(bytes -> store("endpoint_manifest.json", bytes))
                        .orElse(Uni.createFrom().voidItem()))
                .chain(() -> reviews.begin(submission.dossier()));
    }

    private Uni<Void> keep(Claim.@Nullable Mine claim, UUID submissionId) {
        return claim == null ? Uni.createFrom().voidItem()
                : keys.keep(claim, submissionId).invoke(kept -> requireTrue(kept, Problems::keyInUse)).replaceWithVoid();
    }

    private Uni<Void> store(String name, byte[] content) {
        return artifacts.store(name, Drafting.JSON, content).replaceWithVoid();
    }

    private static void requireTrue(boolean done, Supplier<? extends RuntimeException> otherwise) {
        if (!done) {
            throw otherwise.get();
        }
    }
}
