package dev.touchstone.review;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Decision;
import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageStatement.DecisionOverridden;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What was concluded in the current round.
 *
 * @param policy what the policy said of it, in words
 * @param overriding where the decision goes against the jury's verdict; null where it does not
 */
@RegisterForReflection
public record Findings(@Nullable TrustScoreCalculated trustScore, @Nullable Verdict verdict, @Nullable Decided decision,
        List<String> policy, @Nullable Overriding overriding) {

    static final Findings NONE = new Findings(null, null, null, List.of(), null);

    public Findings {
        policy = List.copyOf(policy);
    }

    /** The jury's. */
    public enum Ruling {
        APPROVE,
        MANUAL,
        REJECT;

        /** As events and the API name it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
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

    /**
     * A decision against the jury's verdict, on which two reviewers agree: the one who decided, and the one who proposed it.
     *
     * @param verdict that it goes against, as {@link Ruling#key()}
     * @param proposal null where it was not told
     */
    @RegisterForReflection
    public record Overriding(String verdict, DecisionOverridden.@Nullable Proposal proposal) {

        static Overriding of(DecisionOverridden told) {
            return new Overriding(told.overrides(), told.proposal());
        }
    }

    Findings with(TrustScoreCalculated score) {
        return new Findings(score, verdict, decision, policy, overriding);
    }

    Findings with(Verdict newVerdict) {
        return new Findings(trustScore, newVerdict, decision, policy, overriding);
    }

    Findings with(Decided newDecision) {
        return new Findings(trustScore, verdict, newDecision, policy, overriding);
    }

    Findings withPolicy(List<String> reasons) {
        return new Findings(trustScore, verdict, decision, reasons, overriding);
    }

    /** Null when the next question is asked: that the answer to one went against the verdict says nothing of the next. */
    Findings withOverriding(@Nullable Overriding newOverride) {
        return new Findings(trustScore, verdict, decision, policy, newOverride);
    }

    /** What stays known when a stage, and so all after it, is run again: only decisions about earlier stages. */
    Findings before(Stage retried) {
        boolean decisionStands = decision != null && decision.sourceStage().isBefore(retried);
        boolean judgementStands = Stage.JUDGE.isBefore(retried);
        return new Findings(judgementStands ? trustScore : null, judgementStands ? verdict : null,
                decisionStands ? decision : null, judgementStands ? policy : List.of(), decisionStands ? overriding : null);
    }
}
