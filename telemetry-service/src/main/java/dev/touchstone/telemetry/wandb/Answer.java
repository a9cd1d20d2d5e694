package dev.touchstone.telemetry.wandb;

import java.time.Duration;
import java.util.Optional;

/**
 * What W&amp;B answered. The cases are what a sender does next: go on, try the same again soon, or wait for somebody to
 * change something.
 */
public sealed interface Answer<T> {

    /**
     * Accepted.
     *
     * @param pause how long the server's rate limit asks to wait before the next request; zero where it does not
     */
    record Accepted<T>(T value, Duration pause) implements Answer<T> {
    }

    /**
     * It may be accepted later, unchanged: the server is busy, broken or away. Whether it took effect is not known.
     *
     * @param status HTTP status, 0 where there was no answer
     * @param reason for people
     * @param after how long the server asks to wait
     */
    record Later<T>(int status, String reason, Optional<Duration> after) implements Answer<T> {
    }

    /**
     * The same request will be refused again until a person changes something.
     *
     * @param status HTTP status, 0 where there was no answer
     * @param reason for people
     * @param why for programs
     */
    record Refused<T>(int status, String reason, Refusal why) implements Answer<T> {

        /** Refused for what the status says and nothing more. */
        public Refused(int status, String reason) {
            this(status, reason, Refusal.of(status));
        }

        /** Whether a run of this id was deleted: it never comes back, and another id is needed. */
        public boolean deletedRun() {
            return why == Refusal.DELETED_RUN;
        }
    }

    /** Reads an accepted value further; what is not accepted stays what it is, and of two pauses the longer one counts. */
    default <R> Answer<R> then(Reading<? super T, R> read) throws InterruptedException {
        return switch (this) {
            case Accepted<T>(T value, Duration pause) -> switch (read.read(value)) {
                case Accepted<R>(R result, Duration further) -> new Accepted<>(result,
                        further.compareTo(pause) > 0 ? further : pause);
                case Later<R> later -> later;
                case Refused<R> refused -> refused;
            };
            case Later<T>(int status, String reason, Optional<Duration> after) -> new Later<>(status, reason, after);
            case Refused<T>(int status, String reason, Refusal why) -> new Refused<>(status, reason, why);
        };
    }

    /** What is made of an accepted value; may ask W&amp;B further. */
    interface Reading<T, R> {
        Answer<R> read(T value) throws InterruptedException;
    }

    static <T> Answer<T> accepted(T value) {
        return new Accepted<>(value, Duration.ZERO);
    }
}
