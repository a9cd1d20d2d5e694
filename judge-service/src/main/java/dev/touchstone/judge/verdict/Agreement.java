package dev.touchstone.judge.verdict;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Rounding;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How far the jurors agree, over the answers that at least two of them scored.
 *
 * @param alpha Krippendorff's alpha for interval data: 1 is perfect agreement, 0 is chance; null where it is not defined
 * @param meanSpread between the highest and the lowest score, of 100; null where no answer has two scores
 */
@RegisterForReflection
public record Agreement(@Nullable Double alpha, @Nullable Double meanSpread, @Nullable Double maxSpread) {

    public static Agreement of(List<QuestionVerdict> questions) {
        List<Double> spreads = questions.stream().map(QuestionVerdict::spread).filter(Objects::nonNull).toList();
        if (spreads.isEmpty()) {
            return new Agreement(null, null, null);
        }
        double mean = spreads.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double max = spreads.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return new Agreement(alpha(units(questions)), Rounding.toTenth(mean), Rounding.toTenth(max));
    }

    private static List<List<Double>> units(List<QuestionVerdict> questions) {
        return questions.stream().map(question -> question.votes().stream().map(Vote::score).filter(Objects::nonNull).toList())
                .filter(scores -> scores.size() > 1).toList();
    }

    /**
     * Disagreement seen, by the one to be expected if scores were dealt out by chance.
     *
     * @see <a href=
     *      "https://www.asc.upenn.edu/sites/default/files/2021-03/Computing%20Krippendorff%27s%20Alpha-Reliability.pdf">
     *      Krippendorff, Computing Krippendorff's Alpha-Reliability</a>
     */
    private static @Nullable Double alpha(List<List<Double>> units) {
        List<Double> all = units.stream().flatMap(List::stream).toList();
        double seen = units.stream().mapToDouble(unit -> squaredDifferences(unit) / (unit.size() - 1)).sum() / all.size();
        double expected = squaredDifferences(all) / ((double) all.size() * (all.size() - 1));
        return expected == 0 ? null : Rounding.toThousandth(1 - seen / expected);
    }

    /** Over all ordered pairs. */
    private static double squaredDifferences(List<Double> values) {
        double sum = 0;
        for (double one : values) {
            for (double other : values) {
                sum += (one - other) * (one - other);
            }
        }
        return sum;
    }
}
