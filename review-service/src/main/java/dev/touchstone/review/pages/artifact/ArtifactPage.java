package dev.touchstone.review.pages.artifact;

import dev.touchstone.review.pages.Frame;
import dev.touchstone.review.pages.evidence.Sift;
import dev.touchstone.review.pages.submission.CaseHead;
import io.quarkus.qute.TemplateInstance;

/** {@code /submissions/{id}/artifacts/{digest}}: what is in a file. */
record ArtifactPage(ArtifactView view, Sift sift, CaseHead head, Frame frame) implements TemplateInstance {
}
