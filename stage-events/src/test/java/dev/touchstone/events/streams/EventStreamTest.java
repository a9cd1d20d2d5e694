package dev.touchstone.events.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.streams.StreamMessage.End;
import dev.touchstone.events.streams.StreamMessage.Said;
import dev.touchstone.events.streams.StreamSource.Arrival;
import dev.touchstone.events.streams.StreamSource.Arrivals;
import io.smallrye.mutiny.Uni;

class EventStreamTest {

    private record Limits(Duration heartbeat, Duration lifetime) implements StreamLimits {

        @Override
        public int streams() {
            return 1;
        }

        @Override
        public int streamsPerCaller() {
            return 1;
        }

        @Override
        public Duration retry() {
            return Duration.ofSeconds(3);
        }

        @Override
        public Duration slowest() {
            return Duration.ofSeconds(1);
        }
    }

    /** A log of so many events, each named by its position. */
    private static Uni<Arrivals> log(long last, Optional<End> end, long position, int limit) {
        return Uni.createFrom().item(new Arrivals(LongStream.rangeClosed(position + 1, Math.min(last, position + limit))
                .mapToObj(at -> new Arrival(at, new Said(new UUID(0, at), "{}"))).toList(), end));
    }

    private static List<StreamMessage> heard(long from, long last, Optional<End> end, Limits limits) {
        return new EventStream(UUID.randomUUID(), from, (position, limit) -> log(last, end, position, limit), Clock.systemUTC(),
                limits).messages().collect().asList().await().atMost(Duration.ofSeconds(10));
    }

    @Test
    void whoComesBackHearsTheRestOnceThenTheEnd() {
        // When
        List<StreamMessage> heard = heard(40, 250, Optional.of(new End("published")),
                new Limits(Duration.ofSeconds(9), Duration.ofHours(1)));
        // Then
        assertEquals(LongStream.rangeClosed(41, 250).mapToObj(at -> new UUID(0, at)).toList(),
                heard.stream().filter(Said.class::isInstance).map(Said.class::cast).map(Said::id).toList());
        assertEquals(new End("published"), heard.getLast());
        assertInstanceOf(StreamMessage.Greeting.class, heard.getFirst());
    }

    @Test
    void aStreamLivesNoLongerThanItsClientMayGoUnasked() {
        // When
        List<StreamMessage> heard = heard(0, 1, Optional.empty(), new Limits(Duration.ofMillis(20), Duration.ofMillis(100)));
        // Then
        assertTrue(heard.stream().anyMatch(StreamMessage.Heartbeat.class::isInstance), heard::toString);
    }
}
