package dev.touchstone.review.pages.submission;

import java.time.Instant;

import dev.touchstone.events.access.Caller;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.pages.Frame;

/** One review as somebody looks at it: what each of its pages is made from. */
public record Scene(Told told, Caller reader, CaseHead head, Frame frame, Instant now) {

    public CaseView view() {
        return told.view();
    }
}
