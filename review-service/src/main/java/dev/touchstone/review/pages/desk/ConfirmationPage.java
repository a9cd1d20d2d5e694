package dev.touchstone.review.pages.desk;

import dev.touchstone.review.pages.Frame;
import dev.touchstone.review.pages.submission.CaseHead;
import io.quarkus.qute.TemplateInstance;

/** What a form leads to, to be confirmed. */
record ConfirmationPage(Confirmation view, CaseHead head, Frame frame) implements TemplateInstance {
}
