package dev.touchstone.submission.review.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Actor;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.LlmOverrideApplied;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Another LLM that a person asked for, and an attempt of the judge that it went to. It goes to all later attempts of its
 * round, so one wish can be told of several times.
 *
 * @param workflowRunId the round
 * @param asked what was asked for; what it leaves open is the operator's to decide
 * @param attempt of the judge; null while none has taken it up
 * @param applied with what the attempt really runs; null where it does not, or has not said so yet
 */
@RegisterForReflection
@Schema(name = "LlmOverride", description = "Another LLM that a person asked for with a retry, and an attempt of the judge that"
        + " it went to. Whoever only submits is not told addresses.")
public record LlmOverride(UUID workflowRunId, String requestedBy, Instant requestedAt, String reason, LlmSettings asked,
        @Schema(description = "Of the judge; null while none has taken it up") @Nullable Integer attempt,
        @Schema(description = "With what the attempt really runs; null where what was asked for was not applied, or not yet") @Nullable LlmSettings applied) {

    /**
     * @param told wishes, requests of the judge and what it says of them, in the order of the timeline
     */
    static List<LlmOverride> of(List<StageEvent> told, Discretion discretion) {
        List<LlmOverride> overrides = new ArrayList<>();
        for (StageEvent event : told) {
            UUID round = event.review().workflowRunId();
            switch (event.body()) {
                case RetryRequested retry when retry.llmOverride() != null -> overrides.add(new LlmOverride(round,
                        event.origin().actor().name(), event.origin().occurredAt(), retry.reason(),
                        discretion.shown(retry.llmOverride()), null, null));
                case Requested request when isOverridden(event, request) -> takenUp(overrides, round, event.attempt());
                case LlmOverrideApplied applied -> overrides.replaceAll(each -> each.isOf(round, event.attempt())
                        ? each.with(each.attempt, discretion.shown(applied.settings()))
                        : each);
                case Object ignored -> {
                }
            }
        }
        return List.copyOf(overrides);
    }

    private static boolean isOverridden(StageEvent event, Requested request) {
        return request.llmJudge() != null && event.origin().actor().kind() == Actor.Kind.PERSON;
    }

    /** By the round's last wish; an attempt that stalled is asked for again under its number. */
    private static void takenUp(List<LlmOverride> overrides, UUID round, int attempt) {
        if (overrides.stream().anyMatch(each -> each.isOf(round, attempt))) {
            return;
        }
        for (int last = overrides.size() - 1; last >= 0; last--) {
            LlmOverride wish = overrides.get(last);
            if (wish.workflowRunId.equals(round)) {
                LlmOverride taken = wish.with(attempt, null);
                if (wish.attempt == null) {
                    overrides.set(last, taken);
                } else {
                    overrides.add(taken);
                }
                return;
            }
        }
    }

    private boolean isOf(UUID round, int ofAttempt) {
        return workflowRunId.equals(round) && attempt != null && attempt == ofAttempt;
    }

    private LlmOverride with(@Nullable Integer newAttempt, @Nullable LlmSettings newApplied) {
        return new LlmOverride(workflowRunId, requestedBy, requestedAt, reason, asked, newAttempt, newApplied);
    }
}
