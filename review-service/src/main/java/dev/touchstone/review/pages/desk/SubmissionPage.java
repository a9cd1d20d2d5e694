package dev.touchstone.review.pages.desk;

import dev.touchstone.review.pages.Frame;
import dev.touchstone.review.pages.submission.CaseHead;
import io.quarkus.qute.TemplateInstance;

/** What there is to decide about a review, and how it stands. */
record SubmissionPage(SubmissionView view, CaseHead head, Frame frame) implements TemplateInstance {
}
