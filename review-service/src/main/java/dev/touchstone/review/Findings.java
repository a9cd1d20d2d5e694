package dev.touchstone.review;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Decision;
import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.Stage;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What was concluded in the current round.
 *
 * @param policy what the policy said of it, in words
 */
@RegisterForReflection
public record Findings(@Nullable TrustScoreCalculated trustScore, @Nullable Verdict verdict, @Nullable Decided decision,
        List<String> policy) {

    static final Findings NONE = new Findings(null, null, null, List.of());

    public Findings {
        policy = List.copyOf(policy);
    }

    /** The jury's. */
    public enum Ruling {
        APPROVE,
        MANUAL,
        REJECT
    }

    /**
     * The jury's verdict.
     *
     * @param score 0 to 100, null where nobody scored
     */
    @RegisterForReflection
    public record Verdict(Ruling ruling, @Nullable Double score, List<String> reasons, int jurors) {

        public Verdict {
            reasons = List.copyOf(reasons);
        }
    }

    /** A person's decision. */
    @RegisterForReflection
    public record Decided(Decision decision, @Nullable String notes, String decidedBy, Stage sourceStage, Instant at) {
    }

    Findings with(TrustScoreCalculated score) {
        return new Findings(score, verdict, decision, policy);
    }

    Findings with(Verdict newVerdict) {
        return new Findings(trustScore, newVerdict, decision, policy);
    }

    Findings with(Decided newDecision) {
        return new Findings(trustScore, verdict, newDecision, policy);
    }

    Findings withPolicy(List<String> reasons) {
        return new Findings(trustScore, verdict, decision, reasons);
    }

    /** What stays known when a stage, and so all after it, is run again: only decisions about earlier stages. */
    Findings before(Stage retried) {
        boolean decisionStands = decision != null && decision.sourceStage().isBefore(retried);
        boolean judgementStands = Stage.JUDGE.isBefore(retried);
        return new Findings(judgementStands ? trustScore : null, judgementStands ? verdict : null,
                decisionStands ? decision : null, judgementStands ? policy : List.of());
    }
}
