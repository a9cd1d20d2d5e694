package dev.touchstone.local.wandb;

import java.time.Duration;
import java.util.Map;

/** What goes wrong with a request. */
sealed interface Fault {

    /** Nothing is stored; this is answered instead. With status 200 it is an answer that is not what it should be. */
    record Refuse(int status, Map<String, String> headers, String body) implements Fault {

        public Refuse {
            headers = Map.copyOf(headers);
        }
    }

    /** The request is carried out, then the connection ends without an answer: the client cannot know. */
    record Reset() implements Fault {
    }

    /** The request is carried out; the answer takes its time. */
    record Slow(Duration delay) implements Fault {
    }
}
