package dev.touchstone.review.pages.submission;

import java.util.Locale;

/** The pages of one review. */
public enum Tab {

    OVERVIEW,
    SECURITY,
    FUNCTIONAL,
    JUDGE,
    LEDGER,
    TIMELINE;

    public String path(String submissionId) {
        String overview = "/submissions/" + submissionId;
        return this == OVERVIEW ? overview : overview + "/" + name().toLowerCase(Locale.ROOT);
    }
}
