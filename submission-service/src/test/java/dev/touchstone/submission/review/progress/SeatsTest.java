package dev.touchstone.submission.review.progress;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.touchstone.submission.review.progress.Seats.Seat;
import io.quarkiverse.resteasy.problem.HttpProblem;

class SeatsTest {

    private final Seats<String> seats = new Seats<>(3, 2);

    @Test
    void nobodyHasMoreThanItsShare() {
        // Given
        seats.take(seat("a", "ann"));
        seats.take(seat("b", "ann"));
        // When
        HttpProblem refusal = assertThrows(HttpProblem.class, () -> seats.take(seat("c", "ann")));
        // Then
        assertEquals(429, refusal.getStatusCode());
        assertEquals("urn:touchstone:problem:too-many-streams", String.valueOf(refusal.getType()));
    }

    @Test
    void allTogetherHaveNoMoreThanThereAre() {
        // Given
        seats.take(seat("a", "ann"));
        seats.take(seat("b", "bob"));
        seats.take(seat("c", "cid"));
        // When
        HttpProblem refusal = assertThrows(HttpProblem.class, () -> seats.take(seat("d", "dan")));
        // Then
        assertEquals(503, refusal.getStatusCode());
        assertEquals("urn:touchstone:problem:streams-exhausted", String.valueOf(refusal.getType()));
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
        assertThrows(HttpProblem.class, () -> seats.take(seat("d", "ann")));
    }

    private static Seat<String> seat(String stream, String watcher) {
        return new Seat<>(stream, watcher, () -> {
        });
    }
}
