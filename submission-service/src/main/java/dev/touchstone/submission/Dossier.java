package dev.touchstone.submission;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.ReviewContext;
import dev.touchstone.events.ReviewRef;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What was settled when a submission was accepted and goes along with every request of its review.
 *
 * @param review as it is named in its first round; see {@link #inRound}
 * @param llmJudge what the submitter asked for, null where nothing was
 */
@RegisterForReflection
public record Dossier(ReviewRef review, AgentTarget agent, ReviewContext context, @Nullable LlmSettings llmJudge) {

    /** The same, with the id that W&amp;B has the run under; null for the run's own. */
    Dossier withAlias(@Nullable String alias) {
        return new Dossier(review.withAlias(alias), agent, context, llmJudge);
    }

    /** The same for another round: whatever is said in it names the round, and the W&amp;B run stays. */
    public Dossier inRound(UUID workflowRunId) {
        return new Dossier(new ReviewRef(review.submissionId(), workflowRunId, review.agentId(), review.revision(),
                review.wandbRun()), agent, context, llmJudge);
    }
}
