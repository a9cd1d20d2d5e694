package dev.touchstone.judge.verdict.agreement;

/**
 * How much two values differ, squared, which is what a level of measurement comes down to.
 *
 * @see <a href="https://www.asc.upenn.edu/sites/default/files/2021-03/Computing%20Krippendorff%27s%20Alpha-Reliability.pdf">
 *      Krippendorff (2011), Computing Krippendorff's Alpha-Reliability</a>
 */
@FunctionalInterface
interface Difference {

    /** Of ranks: how many ratings lie between the two, half of those at either end included. */
    Difference ORDINAL = (ratings, one, other) -> {
        double between = -(ratings.count(one) + ratings.count(other)) / 2;
        for (int value = Math.min(one, other); value <= Math.max(one, other); value++) {
            between += ratings.count(value);
        }
        return between * between;
    };

    /** Of figures that can be subtracted. */
    Difference INTERVAL = (ratings, one, other) -> {
        double difference = ratings.value(one) - ratings.value(other);
        return difference * difference;
    };

    /**
     * @param one the place of a value among the different ones, in ascending order
     */
    double squared(Ratings ratings, int one, int other);
}
