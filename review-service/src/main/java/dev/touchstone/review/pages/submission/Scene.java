package dev.touchstone.review.pages.submission;

import java.time.Instant;

import dev.touchstone.events.access.Caller;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.Frame;

/** One review as somebody looks at it: what each of its pages is made from. */
public record Scene(Told told, Caller reader, CaseHead head, Frame frame, Instant now) {

    /** How the page writes dates and figures. */
    public Formats formats() {
        return frame.formats();
    }

    public CaseView view() {
        return told.view();
    }
}
