package dev.touchstone.sandbox.egress;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import dev.touchstone.sandbox.FailureCode;

/**
 * Makes events of the bytes of a {@code text/event-stream}, however they are cut into pieces. What has not been ended by an
 * empty line when the stream ends is no event.
 */
final class EventStream {

    private static final String BOM = "\ufeff";

    private final EventReader reader;
    private final Limits limits;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private String type = "";
    private int size;
    private int events;
    private boolean first = true;
    private boolean afterReturn;

    EventStream(EventReader reader, Limits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    /**
     * How much of a stream is read.
     *
     * @param maxEvent the bytes of one event, and so of one line
     * @param maxEvents the events of one stream
     */
    record Limits(int maxEvent, int maxEvents) {
    }

    /** How a stream goes on after a piece. */
    sealed interface Progress {

        record More() implements Progress {
        }

        record Enough() implements Progress {
        }

        record Unusable(FailureCode code, String detail) implements Progress {
        }
    }

    /** Reads the next piece; after anything but {@link Progress.More} there must be none. */
    Progress take(byte[] piece) {
        for (byte each : piece) {
            Optional<Progress> end = take(each);
            if (end.isPresent()) {
                return end.get();
            }
        }
        return new Progress.More();
    }

    /** A line ends with a line feed, a return, or both. */
    private Optional<Progress> take(byte each) {
        boolean secondHalf = afterReturn && each == '\n';
        afterReturn = each == '\r';
        if (secondHalf) {
            return Optional.empty();
        }
        if (each == '\n' || each == '\r') {
            return endLine();
        }
        line.write(each);
        size++;
        return size <= limits.maxEvent() ? Optional.empty()
                : unusable(FailureCode.TOO_LARGE, "an event of the answer is larger than " + limits.maxEvent() + " bytes");
    }

    private Optional<Progress> endLine() {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray())).toString();
        } catch (CharacterCodingException malformed) {
            return unusable(FailureCode.NOT_UTF8, "the answer is not UTF-8");
        }
        line.reset();
        String whole = first && text.startsWith(BOM) ? text.substring(BOM.length()) : text;
        first = false;
        if (whole.isEmpty()) {
            return endEvent();
        }
        read(whole);
        return Optional.empty();
    }

    /** What begins with a colon is a comment, which keeps a connection alive; other fields serve to resume a stream. */
    private void read(String field) {
        int colon = field.indexOf(':');
        String name = colon < 0 ? field : field.substring(0, colon);
        String value = colon < 0 ? "" : field.substring(field.startsWith(" ", colon + 1) ? colon + 2 : colon + 1);
        switch (name) {
            case "data" -> data.append(value).append('\n');
            case "event" -> type = value;
            default -> {
            }
        }
    }

    private Optional<Progress> endEvent() {
        String lines = data.toString();
        ServerSentEvent event = new ServerSentEvent(type.isEmpty() ? "message" : type,
                lines.isEmpty() ? "" : lines.substring(0, lines.length() - 1));
        data.setLength(0);
        type = "";
        size = 0;
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        if (++events > limits.maxEvents()) {
            return unusable(FailureCode.TOO_LARGE, "the answer has more than " + limits.maxEvents() + " events");
        }
        return reader.hasEnough(event) ? Optional.of(new Progress.Enough()) : Optional.empty();
    }

    private static Optional<Progress> unusable(FailureCode code, String detail) {
        return Optional.of(new Progress.Unusable(code, detail));
    }
}
