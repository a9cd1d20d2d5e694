package dev.touchstone.review.pages.evidence;

import dev.touchstone.review.pages.Frame;
import io.quarkus.qute.TemplateInstance;

/** {@code /submissions/{id}/answers/{digest}}: a judge report, answer by answer. */
record AnswersPage(AnswersView view, Frame frame) implements TemplateInstance {
}
