package dev.touchstone.local.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class LineFileTest {

    private final LineFile history = new LineFile(EmulatedRun.HISTORY, 0);

    @Test
    void theSameLineTwiceIsNoConflict() {
        // Given
        history.write(0, List.of("one", "two"));

        // When
        List<String> fresh = history.write(1, List.of("two", "three"));

        // Then
        assertEquals(List.of("three"), fresh);
        assertEquals(3, history.count());
        assertEquals(List.of(), history.conflicts());
    }

    @Test
    void anotherContentOnTheSameLineIsOne() {
        // Given
        history.write(0, List.of("one"));

        // When
        history.write(0, List.of("eins"));

        // Then
        assertEquals(List.of(new LineFile.Conflict(EmulatedRun.HISTORY, 0, "one", "eins")), history.conflicts());
        assertEquals("eins", history.last());
    }

    @Test
    void skippedLinesAreRememberedEvenIfFilledLater() {
        // Given
        history.write(3, List.of("four"));

        // When
        history.write(0, List.of("one", "two", "three"));

        // Then
        assertEquals(List.of(new LineFile.Gap(EmulatedRun.HISTORY, 0, 2)), history.gaps());
        assertEquals(4, history.stored());
    }

    @Test
    void theConsoleMayRedrawItsLines() {
        // Given
        LineFile console = new LineFile(EmulatedRun.CONSOLE, 0);
        console.write(0, List.of("10 %"));

        // When
        console.write(0, List.of("20 %"));

        // Then
        assertEquals(List.of(), console.conflicts());
    }
}
