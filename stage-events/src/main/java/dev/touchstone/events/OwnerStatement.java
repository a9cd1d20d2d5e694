package dev.touchstone.events;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Said by submission-service as the owner of the review: it asks for stages, watches over them and applies the policy.
 * Requests have a topic of their own; the rest travels with the publish stage's events, the one topic for which the
 * owner alone may answer, whatever stage it is about.
 */
@RegisterForReflection(registerFullHierarchy = true)
public sealed interface OwnerStatement extends EventBody {

    /**
     * Asks for one attempt of one stage. What earlier stages made comes along as the event's artifacts.
     *
     * @param reason for people, as {@code accepted} or {@code retry: endpoint was down}
     * @param llmJudge what was asked for, null where nothing was
     * @param escalation what a person is asked, only for the human stage
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Requested(String reason, AgentTarget agent, ReviewContext context, @Nullable LlmSettings llmJudge,
            @Nullable Escalation escalation) implements OwnerStatement {
    }

    /**
     * Why a person is asked.
     *
     * @param sourceStage the stage that left it open
     */
    @RegisterForReflection
    record Escalation(Stage sourceStage, String reason) {
    }

    /** The stage is not needed in this round. */
    @RegisterForReflection
    record Skipped(String reason) implements OwnerStatement {
    }

    /** The attempt did not start or end in its time and is offered again. */
    @RegisterForReflection
    record Stalled(Instant since) implements OwnerStatement {
    }

    /**
     * A late result of an attempt that was given up: kept, without effect.
     *
     * @param event the name of the late event
     */
    @RegisterForReflection
    record Superseded(String event, String reason) implements OwnerStatement {
    }

    /**
     * The trust score of the round.
     *
     * @param score 0 to 100, null where no component was measured
     * @param breakdown the components in the policy's order
     */
    @RegisterForReflection
    record TrustScoreCalculated(@Nullable Double score, List<ScorePart> breakdown, List<String> reasoning,
            String policyVersion) implements OwnerStatement {

        public TrustScoreCalculated {
            breakdown = List.copyOf(breakdown);
            reasoning = List.copyOf(reasoning);
        }
    }

    /**
     * One component of a trust score.
     *
     * @param weight the most points that it can give
     * @param points null where it was not measured
     */
    @RegisterForReflection
    record ScorePart(String component, double weight, @Nullable Double points, String reason) {
    }

    /** The review has ended on its submitter's wish, whose name is the event's actor; nothing was decided about the agent. */
    @RegisterForReflection
    record Cancelled(String reason) implements OwnerStatement {
    }

    /** The policy approves without a person. */
    @RegisterForReflection
    record AutoApproved(List<String> reasons) implements OwnerStatement {

        public AutoApproved {
            reasons = List.copyOf(reasons);
        }
    }

    /** The policy rejects without a person. */
    @RegisterForReflection
    record AutoRejected(List<String> reasons) implements OwnerStatement {

        public AutoRejected {
            reasons = List.copyOf(reasons);
        }
    }

    /** The policy leaves the decision to a person. */
    @RegisterForReflection
    record RequiresHumanReview(String escalationReason) implements OwnerStatement {
    }
}
