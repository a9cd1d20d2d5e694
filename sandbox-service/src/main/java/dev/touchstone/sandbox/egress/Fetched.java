package dev.touchstone.sandbox.egress;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Usage;

/** What came of a call: an HTTP answer of any status, or none and why. */
public sealed interface Fetched {

    /** What the call took over all its hops and tries. */
    Usage usage();

    /**
     * Somebody answered.
     *
     * @param text the body as UTF-8, decompressed, of bounded size; hostile; empty where only the head was asked for
     */
    record Response(int status, String text, Source from, Usage usage) implements Fetched {

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * Where an answer came from and how it was written.
     *
     * @param url of the last hop, after all redirects
     * @param contentType as the answer says; hostile
     * @param utf8 whether the body is UTF-8; what is not was replaced in the text
     */
    record Source(String url, @Nullable String contentType, boolean utf8) {
    }

    /** There is no answer, or none that may be taken. */
    record Failure(FailureCode code, String detail, Usage usage) implements Fetched {
    }
}
