package dev.touchstone.events.streams;

import java.util.List;
import java.util.Optional;

import dev.touchstone.events.streams.StreamMessage.End;
import dev.touchstone.events.streams.StreamMessage.Said;
import io.smallrye.mutiny.Uni;

/** What one stream reads: what was said of one review, as its client asked for it. A port. */
@FunctionalInterface
public interface StreamSource {

    /**
     * At most {@code limit} events that arrived behind the position. Positions of one review rise in the order of commits: a
     * reader that has seen one never finds an earlier one later.
     */
    Uni<Arrivals> after(long position, int limit);

    /** An event and where it stands in the order of arrival. */
    record Arrival(long position, Said said) {
    }

    /** @param end what is told once nothing is behind the position; empty where something may still come */
    record Arrivals(List<Arrival> events, Optional<End> end) {

        public Arrivals {
            events = List.copyOf(events);
        }
    }
}
