package dev.touchstone.events;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Where in its review an event stands.
 *
 * @param stage the stage that the event is about
 * @param attempt of that stage in this round, from 1
 * @param sequence a Lamport clock over the review: greater than that of every event that the sender had seen of it.
 *        Timelines sort by it, then by time.
 */
@RegisterForReflection
public record Position(Stage stage, int attempt, long sequence) {

    public Position {
        if (attempt < 1 || sequence < 1) {
            throw new IllegalArgumentException("attempt and sequence count from 1");
        }
    }
}
