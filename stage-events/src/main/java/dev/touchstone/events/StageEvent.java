package dev.touchstone.events;

import java.util.UUID;

/**
 * One fact about one review. On the wire it is a CloudEvent in Kafka's binary mode
 * ({@link dev.touchstone.events.codec.StageEventCodec}).
 */
public record StageEvent(Origin origin, ReviewRef review, Position position, EventBody body, Evidence evidence) {

    public UUID id() {
        return origin.id();
    }

    public UUID submissionId() {
        return review.submissionId();
    }

    public Stage stage() {
        return position.stage();
    }

    public int attempt() {
        return position.attempt();
    }

    public StageEvent with(Origin newOrigin) {
        return new StageEvent(newOrigin, review, position, body, evidence);
    }

    /** The snake-case name of the kind, as in {@code decision_pending}. */
    public String event() {
        return EventKinds.nameOf(body);
    }

    public Severity severity() {
        return Severity.of(body);
    }
}
