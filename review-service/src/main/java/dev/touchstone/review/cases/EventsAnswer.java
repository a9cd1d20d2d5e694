package dev.touchstone.review.cases;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonRawValue;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Events as they came, members of newer versions included; only addresses of agents are made public.
 *
 * @param next behind which event the next page begins; null on the last
 */
@RegisterForReflection
record EventsAnswer(UUID submissionId, @JsonRawValue String events, @Nullable UUID next) {

    /** @param found one more than the page has, where there is more */
    static EventsAnswer of(UUID submissionId, List<Timeline.Entry> found, int limit) {
        List<Timeline.Entry> page = found.stream().limit(limit).toList();
        return new EventsAnswer(submissionId, page.stream().map(Timeline.Entry::publicJson).toList().toString(),
                found.size() > limit ? page.getLast().event().id() : null);
    }
}
