package dev.touchstone.events.artifacts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a content is asked for. One range is served; several at once, another unit or what cannot be read is
 * answered with the whole, as the specification allows.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, range requests</a>
 */
sealed interface ByteRange {

    record Whole() implements ByteRange {
    }

    /**
     * @param from the first byte, from 0
     * @param to the last byte, which belongs to the part
     */
    record Part(int from, int to) implements ByteRange {
    }

    /** Nothing of it lies within the content. */
    record Unsatisfiable() implements ByteRange {
    }

    Pattern ONE_RANGE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /**
     * @param header of the request, null where it has none
     * @param size of the content, in bytes
     */
    static ByteRange of(@Nullable String header, int size) {
        Matcher range = ONE_RANGE.matcher(header == null ? "" : header);
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return new Whole();
        }
        if (range.group(1).isEmpty()) {
            return last(Long.parseLong(range.group(2)), size);
        }
        long from = Long.parseLong(range.group(1));
        long to = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2));
        if (to < from) {
            return new Whole();
        }
        return from >= size ? new Unsatisfiable() : new Part((int) from, (int) Math.min(to, size - 1L));
    }

    private static ByteRange last(long length, int size) {
        return length == 0 || size == 0 ? new Unsatisfiable() : new Part((int) Math.max(0, size - length), size - 1);
    }
}
