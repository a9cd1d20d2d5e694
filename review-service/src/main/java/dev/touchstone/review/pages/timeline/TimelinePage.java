package dev.touchstone.review.pages.timeline;

import dev.touchstone.review.pages.Frame;
import dev.touchstone.review.pages.submission.CaseHead;
import io.quarkus.qute.TemplateInstance;

/** Every event, the newest first. */
record TimelinePage(TimelineView view, CaseHead head, Frame frame) implements TemplateInstance {
}
