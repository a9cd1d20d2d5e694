package dev.touchstone.submission.review;

import dev.touchstone.events.ReviewRef;

/** An event tells of a review that this service never began. It is set aside: nothing here could follow from it. */
final class UnknownReview extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownReview(ReviewRef review) {
        super("no review of submission " + review.submissionId() + " in round " + review.workflowRunId());
    }
}
