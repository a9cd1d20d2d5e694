package dev.touchstone.submission.review.progress;

import java.time.Instant;
import java.util.UUID;

/**
 * Who watches which review.
 *
 * @param watcher names the caller, so that nobody has all streams
 * @param until when the client has to connect again
 */
record Watch(UUID submissionId, EventFilter filter, Discretion discretion, String watcher, Instant until) {
}
