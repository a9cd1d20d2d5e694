package dev.touchstone.events;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Names the review that an event belongs to.
 *
 * @param submissionId also the key of every Kafka record
 * @param workflowRunId the review round
 * @param agentId the agent's stable id, chosen by its maker
 * @param revision of the agent
 * @param wandbRun where the whole review is recorded
 */
@RegisterForReflection
public record ReviewRef(UUID submissionId, UUID workflowRunId, String agentId, String revision, WandbRun wandbRun) {

    /** The same review, with the id that W&amp;B has its run under; see {@link WandbRun#withAlias}. */
    public ReviewRef withAlias(@Nullable String alias) {
        return new ReviewRef(submissionId, workflowRunId, agentId, revision, wandbRun.withAlias(alias));
    }
}
