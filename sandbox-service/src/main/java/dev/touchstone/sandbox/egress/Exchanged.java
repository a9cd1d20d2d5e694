package dev.touchstone.sandbox.egress;

import java.util.Optional;

import dev.touchstone.sandbox.FailureCode;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** What came of one request on one connection. */
sealed interface Exchanged {

    /** A whole answer, still compressed. */
    record Received(int status, MultiMap headers, Buffer body) implements Exchanged {

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    record Lost(FailureCode code, String detail) implements Exchanged {
    }
}
