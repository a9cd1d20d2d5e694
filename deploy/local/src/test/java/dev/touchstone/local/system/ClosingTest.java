package dev.touchstone.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class ClosingTest {

    private final List<String> ended = new ArrayList<>();
    private final Closing closing = new Closing(ended::add);

    @Test
    void endsInTheOppositeOrderAndOnce() throws Exception {
        closing.add(() -> ended.add("first"));
        closing.add(() -> ended.add("second"));

        closing.close();
        closing.close();

        assertEquals(List.of("second", "first"), ended);
    }

    @Test
    void whatComesAfterTheEndIsEndedAtOnce() {
        closing.close();

        assertThrows(StartFailed.class, () -> closing.add(() -> ended.add("late")));

        assertEquals(List.of("late"), ended);
    }

    @Test
    void oneFailureDoesNotKeepTheOthersAlive() throws Exception {
        closing.add(() -> ended.add("first"));
        closing.add(() -> {
            throw new IllegalStateException("stuck");
        });

        closing.close();

        assertEquals(List.of("could not end a part in order: java.lang.IllegalStateException: stuck", "first"), ended);
    }
}
