package dev.touchstone.judge.jury;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoresTest {

    @Test
    void allFourCriteriaMakeAHundred() {
        assertEquals(Optional.of(100.0), new Scores(40.0, 30.0, 20.0, 10.0).total());
    }

    @Test
    void whatWasNotMeasuredIsLeftOutOfTheSum() {
        assertEquals(Optional.of(50.0), new Scores(20.0, null, 10.0, 5.0).total());
    }

    @Test
    void zeroIsAScore() {
        assertEquals(Optional.of(0.0), new Scores(0.0, 0.0, 0.0, 0.0).total());
    }

    @Test
    void nothingMeasuredIsNoScore() {
        assertEquals(Optional.empty(), new Scores(null, null, null, null).total());
    }

    @ParameterizedTest
    @ValueSource(doubles = { -0.1, 40.1, Double.NaN, Double.POSITIVE_INFINITY })
    void pointsOutsideTheirRangeAreNoScore(double points) {
        assertThrows(IllegalArgumentException.class, () -> new Scores(points, null, null, null));
    }
}
