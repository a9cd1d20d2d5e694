package dev.touchstone.review.pages.evidence;

import dev.touchstone.review.pages.Frame;
import dev.touchstone.review.pages.submission.CaseHead;
import io.quarkus.qute.TemplateInstance;

/** What the security gate found. */
record SecurityPage(SecurityView view, Sift sift, ReadersView readers, CaseHead head, Frame frame)
        implements
            TemplateInstance {
}
