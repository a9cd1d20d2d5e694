package dev.touchstone.submission.review;

import java.util.ArrayList;
import java.util.List;

import dev.touchstone.events.Actor;
import dev.touchstone.events.EventDraft;

/**
 * What an event does to a review.
 *
 * @param drafts what is to be told of it, in this order
 */
record Transition(ReviewState next, List<EventDraft> drafts) {

    Transition {
        drafts = List.copyOf(drafts);
    }

    static Transition silent(ReviewState next) {
        return new Transition(next, List.of());
    }

    /** The same, caused by this person. */
    Transition by(Actor actor) {
        return new Transition(next, drafts.stream().map(draft -> draft.by(actor)).toList());
    }

    /** The same, with something told first. */
    Transition after(EventDraft... first) {
        List<EventDraft> all = new ArrayList<>(List.of(first));
        all.addAll(drafts);
        return new Transition(next, all);
    }
}
