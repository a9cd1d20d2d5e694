package dev.touchstone.submission.review.progress;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.Problems;

/**
 * Where a page ends, in a form that clients hand back as it is. It names the last item and not a number of items, so that
 * what is added meanwhile moves nothing.
 *
 * @param sequence of an event; 0 where items are in the order of time alone
 */
record Cursor(long sequence, Instant at, UUID id) {

    private static final String SEPARATOR = "~";
    private static final int PARTS = 3;

    String text() {
        String parts = String.join(SEPARATOR, Long.toString(sequence), at.toString(), id.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }

    /** Null where the client sent none: the first page. */
    static @Nullable Cursor parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            List<String> parts = List.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                    .split(SEPARATOR, PARTS));
            return new Cursor(Long.parseLong(parts.get(0)), Instant.parse(parts.get(1)), UUID.fromString(parts.get(2)));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException malformed) {
            throw Problems.malformedParameter("after is a cursor that an earlier page named as next.");
        }
    }
}
