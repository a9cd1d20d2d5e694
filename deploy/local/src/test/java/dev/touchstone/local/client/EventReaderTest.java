package dev.touchstone.local.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class EventReaderTest {

    @Test
    void readsEventsWithTheirIdsAndSkipsComments() {
        EventReader reader = new EventReader("");

        List<ServerEvent> events = read(reader, """
                : still here

                id: 1
                data: {"a":
                data:1}

                event: end
                data: x

                """);

        assertEquals(List.of(new ServerEvent("1", "", "{\"a\":\n1}"), new ServerEvent("1", "end", "x")), events);
    }

    @Test
    void anEventThatTheCutLeftHalfIsNone() {
        assertEquals(List.of(), read(new EventReader(""), "id: 7\ndata: half"));
    }

    @Test
    void goesOnFromTheEventBefore() {
        assertEquals(List.of(new ServerEvent("41", "", "x")), read(new EventReader("41"), "data: x\n\n"));
    }

    @Test
    void waitsAsLongAsTheServiceAsksButNotForEver() {
        EventReader reader = new EventReader("");
        Duration otherwise = Duration.ofSeconds(1);

        assertEquals(otherwise, reader.retry(otherwise));
        read(reader, "retry: 2500\n");
        assertEquals(Duration.ofMillis(2_500), reader.retry(otherwise));
        read(reader, "retry: 999999999\nretry: soon\n");
        assertEquals(Duration.ofSeconds(30), reader.retry(otherwise));
    }

    private static List<ServerEvent> read(EventReader reader, String text) {
        return text.lines().map(reader::line).flatMap(Optional::stream).toList();
    }
}
