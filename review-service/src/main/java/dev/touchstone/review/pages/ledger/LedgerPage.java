package dev.touchstone.review.pages.ledger;

import dev.touchstone.review.pages.Frame;
import dev.touchstone.review.pages.submission.CaseHead;
import io.quarkus.qute.TemplateInstance;

/** What the ledger holds of a review. */
record LedgerPage(LedgerView view, CaseHead head, Frame frame) implements TemplateInstance {
}
