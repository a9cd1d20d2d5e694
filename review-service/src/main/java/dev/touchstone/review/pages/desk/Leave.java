package dev.touchstone.review.pages.desk;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.CaseView;

/** What a page's reader may do about a review. The page offers nothing that would be refused. */
public enum Leave {

    DECIDE,
    /** An operator may have a stage run again, and leaves decisions to reviewers. */
    RETRY,
    /** A reviewer, but of the organisation whose agent it is. */
    OWN_ORGANIZATION,
    READ;

    static Leave of(Caller reader, CaseView view) {
        boolean acts = reader.has(Roles.REVIEWER) || reader.has(Roles.OPERATOR);
        if (acts && view.isOwnOf(reader)) {
            return OWN_ORGANIZATION;
        }
        if (reader.has(Roles.REVIEWER)) {
            return DECIDE;
        }
        return acts ? RETRY : READ;
    }

    boolean retries() {
        return switch (this) {
            case DECIDE, RETRY -> true;
            case OWN_ORGANIZATION, READ -> false;
        };
    }

    public boolean isToDecide() {
        return this == DECIDE;
    }
}
