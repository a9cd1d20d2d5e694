package dev.touchstone.submission;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.ReviewContext;
import dev.touchstone.events.ReviewRef;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What was settled when a submission was accepted and goes along with every request of its review.
 *
 * @param llmJudge what the submitter asked for, null where nothing was
 */
@RegisterForReflection
public record Dossier(ReviewRef review, AgentTarget agent, ReviewContext context, @Nullable LlmSettings llmJudge) {
}
