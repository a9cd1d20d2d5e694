package dev.touchstone.review.pages.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.touchstone.review.Shown;

class ScaleTest {

    @Test
    void ticksAreRoundFigures() {
        assertEquals(List.of("0", "25", "50", "75", "100"), texts(Scale.of(0, 100)));
        assertEquals(List.of("0%", "25%", "50%", "75%", "100%"), texts(Scale.shares()));
        assertEquals(List.of("-1", "-0.5", "0", "0.5", "1"), texts(Scale.of(-1, 1)));
    }

    private static List<String> texts(Scale scale) {
        return scale.ticks().stream().map(scale::text).toList();
    }

    @Test
    void aScaleGrowsInStepsToHoldItsFigures() {
        assertEquals(Scale.of(-0.5, 1.25), Scale.of(0, 1).holding(DoubleStream.of(-.3, .2, 1.1)));
        assertEquals(Scale.of(0, 1), Scale.of(0, 1).holding(DoubleStream.empty()));
    }

    @ParameterizedTest
    @CsvSource({ "1, 1", "NaN, 1", "0, Infinity" })
    void aScaleGoesSomewhere(double from, double to) {
        assertThrows(IllegalArgumentException.class, () -> Scale.of(from, to));
    }

    @ParameterizedTest
    @CsvSource({ "short, 10, short", "a name that goes on, 10, a name th…", "審査員による評価の項目, 10, 審査員に…" })
    void aLabelIsCutToTheRoomThatThereIs(String name, int room, String shown) {
        assertEquals(shown, Label.of(Shown.of(name), room).text());
    }
}
