package dev.touchstone.submission.review.progress;

import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** One page of submissions, the newest first; {@code total} counts all. */
@RegisterForReflection
record SubmissionsPage(List<SubmissionView> items, int page, int size, long total) {
}
