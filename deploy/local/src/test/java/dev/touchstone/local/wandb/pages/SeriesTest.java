package dev.touchstone.local.wandb.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesTest {

    @Test
    void nestedNumbersAreMetricsAndTextIsNot() {
        // When
        List<Series> series = Series.of(
                HistoryRow.of(Map.of(0, "{\"a\":1,\"n\":{\"x\":2,\"y\":\"t\"},\"_step\":4,\"s\":\"1\"}")),
                Axis.STEP);

        // Then
        assertEquals(List.of(new Series("a", List.of(new Point(4, 1))), new Series("n.x", List.of(new Point(4, 2)))), series);
    }

    @Test
    void aLongSeriesIsDrawnWithItsPeaksAndGaps() {
        // Given
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            points.add(new Point(i, i == 77_777 ? 9 : i == 55_555 ? Double.NaN : 1));
        }

        // When
        List<Point> drawn = new Series("m", points).drawn();

        // Then
        assertTrue(drawn.size() < 700, "points: " + drawn.size());
        assertTrue(drawn.contains(new Point(77_777, 9)));
        assertEquals(1, drawn.stream().filter(point -> !point.isFinite()).count());
    }

    @ParameterizedTest
    @CsvSource({ "0.5, 0.5", "1234.56, 1235", "0, 0", "1.5e9, 1.5E+9", "-3, -3", "NaN, NaN" })
    void numbersAreShort(double value, String text) {
        assertEquals(text, Numbers.brief(value));
    }
}
