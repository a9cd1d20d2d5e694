package dev.touchstone.judge.verdict.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The statistics come to what was published, to as many digits as were printed. */
class PublishedExamplesTest {

    private static final double PRINTED = 0.0005;

    /** Four observers, twelve units, a dot for what is missing: Krippendorff (2011), Computing Krippendorff's Alpha, C to E. */
    private static final String KRIPPENDORFF = """
            1 2 3 3 2 1 4 1 2 . . .
            1 2 3 3 2 2 4 1 2 5 . 3
            . 3 3 3 2 3 4 2 2 5 1 .
            1 2 3 3 2 4 4 1 2 5 1 .""";

    /** How many of six psychiatrists gave each of thirty patients which of five diagnoses: Fleiss (1971), table 1. */
    private static final String FLEISS = """
            00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031
            00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006""";

    /** How many of fourteen raters put each of ten subjects into which of five categories: Wikipedia, Fleiss' kappa. */
    private static final String WIKIPEDIA = """
            0 0 0 0 14, 0 2 6 4 2, 0 0 3 5 6, 0 3 9 2 0, 2 2 8 1 1, 7 7 0 0 0, 3 2 6 3 0, 2 5 3 2 2, 6 5 2 1 0, 0 2 2 3 7""";

    private static final Difference NOMINAL = (ratings, one, other) -> one == other ? 0 : 1;
    private static final Difference RATIO = (ratings, one, other) -> Math
            .pow((ratings.value(one) - ratings.value(other)) / (ratings.value(one) + ratings.value(other)), 2);

    static Stream<Arguments> levels() {
        return Stream.of(Arguments.of("nominal", NOMINAL, 0.743), Arguments.of("ordinal", Difference.ORDINAL, 0.815),
                Arguments.of("interval", Difference.INTERVAL, 0.849), Arguments.of("ratio", RATIO, 0.797));
    }

    @ParameterizedTest(name = "{0} alpha is {2}")
    @MethodSource("levels")
    void krippendorffsAlphaWithMissingValues(String level, Difference difference, double published) {
        assertEquals(published, Alpha.of(krippendorff(), difference).orElseThrow(), PRINTED);
    }

    @Test
    void krippendorffsAlphaOfTwoObserversAndTwoValues() {
        // Given, ten units of Krippendorff (2011), section A
        int[] meg = { 0, 1, 0, 0, 0, 0, 0, 0, 1, 0 };
        int[] owen = { 1, 1, 1, 0, 0, 1, 0, 0, 0, 0 };
        // When
        List<List<Double>> units = IntStream.range(0, meg.length)
                .mapToObj(i -> List.of((double) meg[i], (double) owen[i])).toList();
        // Then
        assertEquals(0.095, Alpha.of(units, NOMINAL).orElseThrow(), PRINTED);
    }

    @Test
    void fleissKappaOfThePsychiatricDiagnoses() {
        assertEquals(0.430, FleissKappa.of(Arrays.stream(FLEISS.split("\\s+", -1))
                .map(row -> unit(row.chars().map(Character::getNumericValue).toArray())).toList()).orElseThrow(), PRINTED);
    }

    @Test
    void fleissKappaOfFourteenRaters() {
        assertEquals(0.210, FleissKappa.of(Arrays.stream(WIKIPEDIA.strip().split(", ", -1))
                .map(row -> unit(Arrays.stream(row.split(" ", -1)).mapToInt(Integer::parseInt).toArray())).toList())
                .orElseThrow(), PRINTED);
    }

    @Test
    void fleissKappaIsOfEquallyManyRatings() {
        assertThrows(IllegalArgumentException.class, () -> FleissKappa.of(List.of(List.of(1, 2), List.of(1, 2, 3))));
        assertTrue(FleissKappa.of(List.of(List.of(1), List.of(2))).isEmpty());
    }

    /** Anscombe (1973), Graphs in Statistical Analysis: the first of the four sets has the correlation 0.816. */
    @Test
    void thePearsonCorrelationOfAnscombe() {
        // Given
        List<@Nullable Double> x = List.of(10., 8., 13., 9., 11., 14., 6., 4., 12., 7., 5.);
        List<@Nullable Double> y = List.of(8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68);
        // Then
        assertEquals(0.816, EffectiveJury.correlation(x, y).orElseThrow(), PRINTED);
    }

    /** 24 pupils of a school, correlated by 0.05, have the design effect 2.15: doi:10.1186/s40359-016-0155-y, table 2. */
    @Test
    void theDesignEffectOfSchools() {
        assertEquals(24 / 2.15, Objects.requireNonNull(EffectiveJury.of(24, 0.05).jurors()), PRINTED);
    }

    /** Six times 85.4 has a mean that is not 85.4 in binary. */
    @Test
    void whoScoresAllAlikeIsComparedWithNobody() {
        // Given
        List<Double> alike = Collections.nCopies(6, 85.4);
        // Then
        assertTrue(EffectiveJury.correlation(alike, List.of(10.0, 20.0, 90.0, 40.0, 50.0, 61.0)).isEmpty());
    }

    @Test
    void anEffectiveJuryHasOneToAllOfItsJurors() {
        assertEquals(new EffectiveJury(3.0, 0.0), EffectiveJury.of(3, 0));
        assertEquals(new EffectiveJury(1.0, 1.0), EffectiveJury.of(3, 1));
        assertEquals(new EffectiveJury(3.0, -0.4), EffectiveJury.of(3, -0.4));
    }

    @Test
    void jurorsWithLittleInCommonCannotBeCompared() {
        // Given
        List<@Nullable Double> constant = List.of(80.0, 80.0, 80.0);
        List<@Nullable Double> some = Arrays.asList(10.0, 20.0, null);
        List<@Nullable Double> all = List.of(10.0, 30.0, 20.0);
        // Then
        assertEquals(new EffectiveJury(null, null), EffectiveJury.of(List.of(constant, all, some)));
        assertEquals(new EffectiveJury(1.0, 1.0), EffectiveJury.of(List.of(constant, all, all)));
        assertEquals(new EffectiveJury(null, null), EffectiveJury.of(List.of()));
    }

    private static List<List<Double>> krippendorff() {
        String[][] observers = KRIPPENDORFF.lines().map(line -> line.split(" ", -1)).toArray(String[][]::new);
        return IntStream.range(0, observers[0].length)
                .mapToObj(unit -> Arrays.stream(observers).map(observer -> observer[unit])
                        .filter(value -> !value.equals(".")).map(Double::valueOf).toList())
                .toList();
    }

    /** As many ratings of each category as are counted. */
    private static List<Integer> unit(int[] counts) {
        List<Integer> ratings = new ArrayList<>();
        for (int category = 0; category < counts.length; category++) {
            ratings.addAll(Collections.nCopies(counts[category], category));
        }
        return ratings;
    }
}
