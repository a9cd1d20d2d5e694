package dev.touchstone.local.wandb.faults;

import java.time.Duration;
import java.util.Map;

/** What goes wrong with a request. */
public sealed interface Fault {

    /**
     * This is answered instead. With status 200 it is an answer that is not what it should be.
     *
     * @param stored whether the request is carried out all the same, as where a proxy in between gives up too early
     */
    record Refuse(int status, Map<String, String> headers, String body, boolean stored) implements Fault {

        public Refuse {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * The connection ends without an answer.
     *
     * @param stored whether the request was carried out before: the client cannot know
     */
    record Reset(boolean stored) implements Fault {
    }

    /** The request is carried out; the answer takes its time. */
    record Slow(Duration delay) implements Fault {
    }

    /** The request is carried out; the answer comes byte by byte, with this pause after each. */
    record Drip(Duration pause) implements Fault {
    }

    /** The request is carried out; the answer breaks off in its middle. */
    record Truncate() implements Fault {
    }

    /** The request is carried out; the answer says that somebody stopped the run. */
    record Stop() implements Fault {
    }
}
