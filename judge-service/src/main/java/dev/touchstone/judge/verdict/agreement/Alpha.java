package dev.touchstone.judge.verdict.agreement;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Krippendorff's alpha: the disagreement that was seen, by the one to be expected if the same ratings were dealt out by
 * chance. 1 is perfect agreement, 0 is chance, less than 0 is worse than chance. Any number of raters, any may be missing.
 *
 * @see Difference
 */
final class Alpha {

    private final Ratings ratings;
    private final double[][] differences;

    private Alpha(Ratings ratings, Difference difference) {
        this.ratings = ratings;
        this.differences = new double[ratings.different()][ratings.different()];
        for (int one = 0; one < differences.length; one++) {
            for (int other = 0; other < differences.length; other++) {
                differences[one][other] = difference.squared(ratings, one, other);
            }
        }
    }

    /** Empty where all ratings are the same: whoever says the same of everything has not shown to tell things apart. */
    static OptionalDouble of(List<List<Double>> units, Difference difference) {
        Alpha alpha = new Alpha(new Ratings(units), difference);
        double expected = alpha.expected();
        return expected == 0 ? OptionalDouble.empty()
                : OptionalDouble.of(1 - (alpha.ratings.total() - 1) * alpha.seen() / expected);
    }

    /** Over the pairs within each unit, as if each unit had one rating less. */
    private double seen() {
        double sum = 0;
        for (int[] unit : ratings.units()) {
            double within = 0;
            for (int one : unit) {
                for (int other : unit) {
                    within += differences[one][other];
                }
            }
            sum += within / (unit.length - 1);
        }
        return sum;
    }

    /** Over all pairs, whatever they were said of. */
    private double expected() {
        double sum = 0;
        for (int one = 0; one < differences.length; one++) {
            for (int other = 0; other < differences.length; other++) {
                sum += ratings.count(one) * ratings.count(other) * differences[one][other];
            }
        }
        return sum;
    }
}
