package dev.touchstone.local.client;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads server-sent events line by line, as the HTML standard describes it. Pure. */
final class EventReader {

    private static final int LARGEST_EVENT = 1 << 20;
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final StringBuilder data = new StringBuilder();
    private String id;
    private String type = "";
    private OptionalLong retryMillis = OptionalLong.empty();

    /** @param lastEventId of the stream that this one goes on from */
    EventReader(String lastEventId) {
        this.id = lastEventId;
    }

    /** @return the event that this line completes */
    Optional<ServerEvent> line(String line) {
        if (line.isEmpty()) {
            return complete();
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + (line.startsWith(" ", colon + 1) ? 2 : 1));
        switch (field) {
            case "data" -> append(value);
            case "event" -> type = value;
            case "id" -> id = value.indexOf('\0') < 0 ? value : id;
            case "retry" -> retryMillis = value.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(value)) : retryMillis;
            default -> {
                // A comment, which keeps the connection alive, or a field of another age.
            }
        }
        return Optional.empty();
    }

    /** How long to wait before the stream is opened again. */
    Duration retry(Duration otherwise) {
        Duration asked = retryMillis.isPresent() ? Duration.ofMillis(retryMillis.getAsLong()) : otherwise;
        return asked.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : asked;
    }

    private void append(String value) {
        if (data.length() + value.length() <= LARGEST_EVENT) {
            data.append(value).append('\n');
        }
    }

    private Optional<ServerEvent> complete() {
        Optional<ServerEvent> event = data.isEmpty() ? Optional.empty()
                : Optional.of(new ServerEvent(id, type, data.substring(0, data.length() - 1)));
        data.setLength(0);
        type = "";
        return event;
    }
}
