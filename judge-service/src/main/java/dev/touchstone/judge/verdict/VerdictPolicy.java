package dev.touchstone.judge.verdict;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The thresholds that a verdict was reached with.
 *
 * @param approveFrom a juror approves from this score, of 100
 * @param rejectBelow a juror rejects below this score
 * @param vetoShare the share of rejections that rejects
 * @param quorum the share of the seated jurors that must have voted
 */
@RegisterForReflection
public record VerdictPolicy(double approveFrom, double rejectBelow, double vetoShare, double quorum) {

    public VerdictPolicy {
        if (rejectBelow > approveFrom) {
            throw new IllegalArgumentException("rejectBelow must not be above approveFrom");
        }
    }
}
