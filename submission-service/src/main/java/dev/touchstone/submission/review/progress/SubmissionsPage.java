package dev.touchstone.submission.review.progress;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Submissions, the newest first.
 *
 * @param next the cursor of the page that follows, null on the last
 */
@RegisterForReflection
record SubmissionsPage(List<SubmissionView> items, @Nullable String next) {
}
