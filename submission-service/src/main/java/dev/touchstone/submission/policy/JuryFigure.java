package dev.touchstone.submission.policy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

/**
 * A figure of the jury that a policy can bound. One that was not measured is not met: it asks for a person, as does one that
 * is measured beyond the bound. None rejects, since none says anything against the agent.
 */
public enum JuryFigure {

    LEAST_ALPHA("leastAlpha", "alpha", -1, 1, "The jurors' agreement (Krippendorff's alpha)"),
    LEAST_ALPHA_LOW("leastAlphaLow", "alpha_low", -1, 1, "The lower end of the interval of the jurors' agreement"),
    LEAST_EFFECTIVE_JURORS("leastEffectiveJurors", "effective_jurors", 1, 100,
            "The number of independent jurors that the jury is worth"),
    LARGEST_FALLBACK_SHARE("largestFallbackShare", "fallback_share", 0, 1,
            "The share of samples from another model than the one that was asked for"),
    LARGEST_POSITION_BIAS("largestPositionBias", "position_bias", 0, 100,
            "What the order of the material adds to a juror's score, or takes from it,");

    private final String key;
    private final String metric;
    private final double least;
    private final double most;
    private final String words;

    /**
     * @param least the least bound that can be asked for
     * @param most the greatest one
     */
    JuryFigure(String key, String metric, double least, double most, String words) {
        this.key = key;
        this.metric = metric;
        this.least = least;
        this.most = most;
        this.words = words;
    }

    /** The name of its bound in a policy. */
    String key() {
        return key;
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }

    /** Why it is not shown to be within the bound; empty if it is. */
    Optional<Objection> objection(@Nullable Finding judge, double bound) {
        String asked = "; the policy asks for " + (isLowerBound() ? "at least " : "at most ") + plain(bound) + ".";
        OptionalDouble measured = judge == null ? OptionalDouble.empty() : judge.metric(metric);
        if (measured.isEmpty()) {
            return Optional.of(Objection.asking(words + " was not measured" + asked));
        }
        double figure = measured.getAsDouble();
        boolean met = isLowerBound() ? figure >= bound : Math.abs(figure) <= bound;
        return met ? Optional.empty() : Optional.of(Objection.asking(words + " is " + plain(figure) + asked));
    }

    /** As it was told: rounding could show a figure as its bound. */
    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private boolean isLowerBound() {
        return switch (this) {
            case LEAST_ALPHA, LEAST_ALPHA_LOW, LEAST_EFFECTIVE_JURORS -> true;
            case LARGEST_FALLBACK_SHARE, LARGEST_POSITION_BIAS -> false;
        };
    }
}
