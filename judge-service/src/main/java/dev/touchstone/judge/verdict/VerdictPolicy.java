package dev.touchstone.judge.verdict;

import java.util.Optional;

import dev.touchstone.judge.jury.Scores;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The thresholds that a verdict was reached with.
 *
 * @param approveFrom a juror approves from this score, of 100
 * @param rejectBelow a juror rejects below this score
 * @param vetoShare the share of rejections that rejects
 * @param quorum the share of the jurors with something to judge by that must have voted
 * @param fallbackShare a greater share of samples that a fallback served confounds the result
 */
@RegisterForReflection
public record VerdictPolicy(double approveFrom, double rejectBelow, double vetoShare, double quorum, double fallbackShare) {

    public VerdictPolicy {
        if (rejectBelow > approveFrom) {
            throw new IllegalArgumentException("rejectBelow must not be above approveFrom");
        }
    }

    /** How these scores vote; empty where nothing was measured. */
    public Optional<Verdict> vote(Scores scores, boolean criticalSafety) {
        return criticalSafety ? Optional.of(Verdict.REJECT) : scores.total().map(this::vote);
    }

    private Verdict vote(double score) {
        if (score < rejectBelow) {
            return Verdict.REJECT;
        }
        return score >= approveFrom ? Verdict.APPROVE : Verdict.MANUAL;
    }
}
