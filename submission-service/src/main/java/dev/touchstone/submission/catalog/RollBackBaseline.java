package dev.touchstone.submission.catalog;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.Members;
import dev.touchstone.submission.ProblemType;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Reason;
import dev.touchstone.submission.StrictJson;
import dev.touchstone.submission.Violations;
import dev.touchstone.submission.policy.BaselineChange;
import dev.touchstone.submission.policy.Baselines;
import io.smallrye.mutiny.Uni;

/** Makes a former baseline the baseline again. The history grows, and the marks in the catalog follow it. */
@ApplicationScoped
class RollBackBaseline {

    private static final int LONGEST_NAME = 128;
    private static final int MOST_BYTES = 16_384;

    private final Baselines baselines;
    private final Catalog catalog;

    RollBackBaseline(Baselines baselines, Catalog catalog) {
        this.baselines = baselines;
        this.catalog = catalog;
    }

    /** To which revision, and why. */
    record Wish(String revision, String reason) {

        /**
         * @throws io.quarkiverse.resteasy.problem.HttpProblem 400, 413 or 422
         */
        static Wish read(byte @Nullable [] body) {
            Violations violations = new Violations();
            Members members = Members.of(StrictJson.request(body, MOST_BYTES), "", violations);
            String revision = members.requiredText("revision", LONGEST_NAME).orElse("");
            String reason = members.requiredText("reason", Reason.LONGEST).orElse("");
            members.refuseOthers();
            if (!violations.isEmpty()) {
                throw Problems.invalidRequest(violations.all());
            }
            return new Wish(revision, reason);
        }
    }

    /**
     * Joins the caller's transaction.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409, as the failure, where there is nothing to roll back to
     */
    Uni<BaselineChange> rollBack(String agentId, Wish wish, String by) {
        return baselines.lock(agentId).chain(() -> baselines.current(agentId))
                .invoke(current -> requireOther(current, wish))
                .chain(() -> baselines.rollBack(agentId, wish.revision(), wish.reason(), by))
                .invoke(found -> requireFound(found, wish))
                .chain(() -> catalog.withdraw(agentId, wish.revision()))
                .chain(() -> baselines.current(agentId));
    }

    private static void requireOther(@Nullable BaselineChange current, Wish wish) {
        if (current != null && current.revision().equals(wish.revision())) {
            throw Problems.of(ProblemType.ALREADY_BASELINE)
                    .withDetail("Revision " + wish.revision() + " is the baseline since " + current.setAt() + ".").build();
        }
    }

    private static void requireFound(boolean found, Wish wish) {
        if (!found) {
            throw Problems.of(ProblemType.NEVER_A_BASELINE)
                    .withDetail("Only what was published before can be the baseline again, and " + wish.revision()
                            + " was not.")
                    .build();
        }
    }
}
