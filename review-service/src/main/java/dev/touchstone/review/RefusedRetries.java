package dev.touchstone.review;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.touchstone.events.OwnerStatement.Superseded;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.StageEvent;

/**
 * The wishes for a retry that the review's owner refused since the review had ended. Such a wish and the end know nothing of
 * each other, so that either can come first in the timeline: only the refusal tells that the wish was without effect.
 */
record RefusedRetries(Set<StageAttempt.Key> attempts) {

    private static final String RETRY = "retry_requested";

    RefusedRetries {
        attempts = Set.copyOf(attempts);
    }

    static RefusedRetries in(List<StageEvent> events) {
        return new RefusedRetries(events.stream().filter(RefusedRetries::isRefusal).map(StageAttempt.Key::of)
                .collect(Collectors.toSet()));
    }

    static boolean isRefusal(StageEvent event) {
        return event.body() instanceof Superseded late && isRefusal(late);
    }

    static boolean isRefusal(Superseded late) {
        return late.event().equals(RETRY);
    }

    boolean has(StageEvent event) {
        return event.body() instanceof RetryRequested && attempts.contains(StageAttempt.Key.of(event));
    }
}
