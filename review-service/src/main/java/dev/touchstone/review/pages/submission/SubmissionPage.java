package dev.touchstone.review.pages.submission;

import dev.touchstone.review.pages.Frame;
import io.quarkus.qute.TemplateInstance;

/** What there is to decide about a review, and how it stands. */
record SubmissionPage(SubmissionView view, CaseHead head, Frame frame) implements TemplateInstance {
}
