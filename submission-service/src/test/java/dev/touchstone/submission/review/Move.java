package dev.touchstone.submission.review;

import java.time.Instant;
import java.util.UUID;

import dev.touchstone.events.Actor;
import dev.touchstone.events.StageEvent;

/** What can happen to a review from outside. */
sealed interface Move {

    record Heard(StageEvent event) implements Move {

        @Override
        public String toString() {
            return "hear " + event.stage().key() + "/" + event.event() + "/" + event.attempt() + " of round "
                    + event.review().workflowRunId() + " " + event.body();
        }
    }

    record Cancel(String reason, Actor by) implements Move {
    }

    record Reopen(UUID workflowRunId, String reason, Actor by) implements Move {
    }

    record Stall(Instant since) implements Move {
    }
}
