package dev.touchstone.sandbox.egress;

import java.util.Optional;

import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Usage;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** What came of one request on one connection. */
sealed interface Exchanged {

    Usage usage();

    /** A whole answer, still compressed. */
    record Received(int status, MultiMap headers, Buffer body, Usage usage) implements Exchanged {

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /**
     * A stream of events that was read.
     *
     * @param enough whether the reader ended it
     */
    record Followed(MultiMap headers, boolean enough, Usage usage) implements Exchanged {
    }

    record Lost(FailureCode code, String detail, Usage usage) implements Exchanged {

        /** Nothing was sent. */
        static Lost unsent(FailureCode code, String detail) {
            return new Lost(code, detail, Usage.NONE);
        }
    }
}
