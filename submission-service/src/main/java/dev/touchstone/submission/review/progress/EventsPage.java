package dev.touchstone.submission.review.progress;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Events in the order of their sequence, then time, then id.
 *
 * @param next the cursor of the page that follows, null on the last
 */
@RegisterForReflection
record EventsPage(List<KeptEvent> items, @Nullable String next) {

    /** @param found one more than the page has, where there is more */
    static EventsPage of(List<KeptEvent> found, int limit) {
        return found.size() <= limit ? new EventsPage(found, null)
                : new EventsPage(found.subList(0, limit), found.get(limit - 1).place().cursor());
    }
}
