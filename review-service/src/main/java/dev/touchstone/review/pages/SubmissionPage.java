package dev.touchstone.review.pages;

import io.quarkus.qute.TemplateInstance;

/** {@code /submissions/{id}}: one review with all that is known of it. */
record SubmissionPage(SubmissionView view, Frame frame) implements TemplateInstance {
}
