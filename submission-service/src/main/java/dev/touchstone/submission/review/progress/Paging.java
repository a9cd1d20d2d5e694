package dev.touchstone.submission.review.progress;

import dev.touchstone.submission.Problems;

/** What all pages have in common. */
final class Paging {

    private static final int LARGEST_PAGE = 200;

    private Paging() {
    }

    static int limit(int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problems.malformedParameter("limit is 1 to " + LARGEST_PAGE + ".");
        }
        return limit;
    }
}
