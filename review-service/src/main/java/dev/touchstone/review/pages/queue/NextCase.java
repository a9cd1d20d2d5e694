package dev.touchstone.review.pages.queue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.access.Caller;
import dev.touchstone.review.cases.Queue;
import dev.touchstone.review.cases.QueueFilter;
import io.smallrye.mutiny.Uni;

/** Leads from one case to the next of the same filter, so that many of a kind are worked through without going back. */
@ApplicationScoped
public class NextCase {

    private final Queue queue;

    NextCase(Queue queue) {
        this.queue = queue;
    }

    /**
     * The page of the case that the reviewer could decide next: first in the filter's order, asked, not of the own
     * organisation,
     * not claimed by another, and not one that waits for another person to agree with them.
     *
     * @param from the filter as the queue's page put it into the address of {@code submissionId}; empty for all
     */
    public Uni<Optional<String>> after(UUID submissionId, String from, Caller reviewer) {
        QueueFilter filter = QueueFilter.parse(from);
        return queue.next(filter, reviewer, submissionId).map(next -> next.map(id -> "/submissions/" + id
                + (filter.isEmpty() ? "" : "?from=" + URLEncoder.encode(filter.query(), StandardCharsets.UTF_8))));
    }

    /** The queue with that filter. */
    public static String queue(String from) {
        QueueFilter filter = QueueFilter.parse(from);
        return filter.isEmpty() ? "/" : "/?" + filter.query();
    }
}
