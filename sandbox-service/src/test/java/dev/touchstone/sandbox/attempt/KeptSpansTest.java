package dev.touchstone.sandbox.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.touchstone.sandbox.Span;

class KeptSpansTest {

    @Test
    void aFewAreAllKept() {
        // Given
        List<Span> few = List.of(new Span("email", 0, 5), new Span("email", 7, 9));

        assertEquals(few, KeptSpans.of(few));
    }

    @Test
    void ofManyTheFirstAreKeptAndOneOfEachKind() {
        // Given
        List<Span> many = new ArrayList<>();
        for (int i = 0; i < 2 * KeptSpans.FIRST; i++) {
            many.add(new Span("email", i, i + 1));
        }
        Span rare = new Span("canary", 500, 510);
        many.add(rare);
        many.add(new Span("canary", 600, 610));
        // When
        List<Span> kept = KeptSpans.of(many);
        // Then
        List<Span> expected = new ArrayList<>(many.subList(0, KeptSpans.FIRST));
        expected.add(rare);
        assertEquals(expected, kept);
    }
}
