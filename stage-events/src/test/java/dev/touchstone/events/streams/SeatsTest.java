package dev.touchstone.events.streams;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.streams.Seats.Seat;

class SeatsTest {

    private final Seats<String> seats = new Seats<>(3, 2, (why, detail) -> new IllegalStateException(why + ": " + detail));

    @Test
    void nobodyHasMoreThanItsShare() {
        // Given
        seats.take(seat("a", "ann"));
        seats.take(seat("b", "ann"));
        // When
        var refusal = assertThrows(IllegalStateException.class, () -> seats.take(seat("c", "ann")));
        // Then
        assertEquals("WATCHER_HAS_TOO_MANY: At most 2 streams are open at a time. Close one, or ask for pages.",
                refusal.getMessage());
    }

    @Test
    void allTogetherHaveNoMoreThanThereAre() {
        // Given
        seats.take(seat("a", "ann"));
        seats.take(seat("b", "bob"));
        seats.take(seat("c", "cid"));
        // When
        var refusal = assertThrows(IllegalStateException.class, () -> seats.take(seat("d", "dan")));
        // Then
        assertEquals("ALL_ARE_TAKEN: At most 3 streams are open at a time. Close one, or ask for pages.", refusal.getMessage());
    }

    @Test
    void whatIsGivenBackOnceOrTwiceIsFreeOnce() {
        // Given
        List<Seat<String>> taken = new ArrayList<>(List.of(seat("a", "ann"), seat("b", "ann")));
        taken.forEach(seats::take);
        // When
        seats.giveBack(taken.getFirst());
        seats.giveBack(taken.getFirst());
        // Then
        assertDoesNotThrow(() -> seats.take(seat("c", "ann")));
        assertThrows(IllegalStateException.class, () -> seats.take(seat("d", "ann")));
    }

    private static Seat<String> seat(String stream, String watcher) {
        return new Seat<>(stream, watcher, () -> {
        });
    }
}
