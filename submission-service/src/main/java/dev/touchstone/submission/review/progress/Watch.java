package dev.touchstone.submission.review.progress;

import java.util.UUID;

/** Which review somebody watches, for what, and what of it they are shown. */
record Watch(UUID submissionId, EventFilter filter, Discretion discretion) {
}
