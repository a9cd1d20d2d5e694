package dev.touchstone.sandbox.egress;

import dev.touchstone.sandbox.FailureCode;

/** What came of a call: an HTTP answer of any status, or none and why. */
public sealed interface Fetched {

    /**
     * Somebody answered.
     *
     * @param text the body as UTF-8, decompressed, of bounded size; hostile; empty where only the head was asked for
     */
    record Response(int status, String text) implements Fetched {

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /** There is no answer, or none that may be taken. */
    record Failure(FailureCode code, String detail) implements Fetched {
    }
}
