package dev.touchstone.submission.review.progress;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.Cursor;

/**
 * Where a page ends.
 *
 * @param sequence of an event; 0 where items are in the order of time alone
 */
record Place(long sequence, Instant at, UUID id) {

    private static final int PARTS = 3;

    String cursor() {
        return Cursor.of(Long.toString(sequence), at.toString(), id.toString());
    }

    /** Null where the client sent none: the first page. */
    static @Nullable Place of(@Nullable String cursor) {
        return Cursor.read(cursor, PARTS).map(Place::read).orElse(null);
    }

    private static Place read(List<@Nullable String> parts) {
        try {
            return new Place(Long.parseLong(String.valueOf(parts.get(0))), Instant.parse(String.valueOf(parts.get(1))),
                    UUID.fromString(String.valueOf(parts.get(2))));
        } catch (IllegalArgumentException | DateTimeException foreign) {
            throw Cursor.malformed();
        }
    }
}
