package dev.touchstone.review.pages.evidence;

import dev.touchstone.review.pages.Frame;
import dev.touchstone.review.pages.submission.CaseHead;
import io.quarkus.qute.TemplateInstance;

/** {@code /submissions/{id}/relay}: what was sent to the agent for the judge, and what came back. */
record RelayPage(RelayView view, Sift sift, CaseHead head, Frame frame) implements TemplateInstance {
}
