package dev.touchstone.local.wandb.runs;

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
        LineFile.Written written = history.write(1, List.of("two", "three"));

        // Then
        assertEquals(List.of("three"), List.copyOf(written.fresh().values()));
        assertEquals(3, history.count());
        assertEquals(List.of(), written.conflicts());
    }

    @Test
    void anotherContentOnTheSameLineIsOne() {
        // Given
        history.write(0, List.of("one"));

        // When
        LineFile.Written written = history.write(0, List.of("eins"));

        // Then
        assertEquals(List.of(new LineFile.Conflict(EmulatedRun.HISTORY, 0, "one", "eins")), written.conflicts());
        assertEquals("eins", history.last());
    }

    @Test
    void skippedLinesAreToldEvenIfFilledLater() {
        // Given
        LineFile.Written skipping = history.write(3, List.of("four"));

        // When
        history.write(0, List.of("one", "two", "three"));

        // Then
        assertEquals(List.of(new LineFile.Gap(EmulatedRun.HISTORY, 0, 2)), skipping.gaps());
        assertEquals(List.of("one", "two", "three", "four"), List.copyOf(history.lines().values()));
        assertEquals(4, history.count());
    }

    @Test
    void theConsoleMayRedrawItsLines() {
        // Given
        LineFile console = new LineFile(EmulatedRun.CONSOLE, 0);
        console.write(0, List.of("10 %"));

        // When
        LineFile.Written written = console.write(0, List.of("20 %"));

        // Then
        assertEquals(List.of(), written.conflicts());
    }

    @Test
    void whatIsCutIsGone() {
        // Given
        history.write(0, List.of("one", "two", "three"));
        history.write(5, List.of("six"));

        // When
        history.cut(1);

        // Then
        assertEquals(List.of("one"), List.copyOf(history.lines().values()));
        assertEquals(1, history.count());
    }
}
