package dev.touchstone.events;

import java.util.Optional;

/**
 * An event as its author writes it. The outbox adds what only it may decide: id, time, source and sequence.
 *
 * @param actor a person, where one caused it; else the sending service
 */
public record EventDraft(ReviewRef review, AttemptRef at, EventBody body, Evidence evidence, Optional<Actor> actor) {

    /** One attempt of one stage; attempts count from 1. */
    public record AttemptRef(Stage stage, int attempt) {
    }

    public static EventDraft of(ReviewRef review, Stage stage, int attempt, EventBody body) {
        return new EventDraft(review, new AttemptRef(stage, attempt), body, Evidence.none(), Optional.empty());
    }

    /** A draft about the same attempt as {@code cause}. */
    public static EventDraft after(StageEvent cause, EventBody body) {
        return of(cause.review(), cause.stage(), cause.attempt(), body);
    }

    public EventDraft with(Evidence newEvidence) {
        return new EventDraft(review, at, body, newEvidence, actor);
    }

    public EventDraft by(Actor newActor) {
        return new EventDraft(review, at, body, evidence, Optional.of(newActor));
    }
}
