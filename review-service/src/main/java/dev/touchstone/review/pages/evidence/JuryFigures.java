package dev.touchstone.review.pages.evidence;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.StageAttempt;
import dev.touchstone.review.pages.Formats;

/**
 * How far the jury's verdict can be trusted, as a page shows it. A figure that is empty text was not measured.
 *
 * @param effective how many independent jurors the jury is worth
 * @param fallback percent of the samples that came from another model than was asked for
 */
public record JuryFigures(boolean confounded, Agreement agreement, String effective, Bias bias, String fallback) {

    private static final double PERCENT = 100;

    /**
     * @param alpha Krippendorff's, of the votes
     * @param low the end of its interval; empty where there is none, as {@code high} then is
     */
    public record Agreement(Level level, String alpha, String low, String high) {
    }

    /** What a figure of agreement is good for, by Krippendorff's own bounds of 0.667 and 0.8. */
    public enum Level {
        CHANCE,
        WEAK,
        TENTATIVE,
        GOOD;

        private static final double TENTATIVE_FROM = 0.667;
        private static final double GOOD_FROM = 0.8;

        static Level of(double alpha) {
            if (alpha <= 0) {
                return CHANCE;
            }
            if (alpha < TENTATIVE_FROM) {
                return WEAK;
            }
            return alpha < GOOD_FROM ? TENTATIVE : GOOD;
        }
    }

    /**
     * @param points that a score differs by
     */
    public record Bias(Favours favours, String points) {
    }

    /** With the answer at which end of the material the scores are higher. */
    public enum Favours {
        FIRST,
        LAST,
        NEITHER;

        static Favours of(double difference) {
            if (difference == 0) {
                return NEITHER;
            }
            return difference > 0 ? FIRST : LAST;
        }
    }

    /** Of the attempt that the verdict came from; null where nothing was told of such figures, as by a judge of old. */
    public static @Nullable JuryFigures of(CaseView view, Formats formats) {
        Optional<Map<String, @Nullable Double>> told = view.current(Stage.JUDGE).map(StageAttempt::outcome)
                .map(StageAttempt.Outcome::metrics).filter(metrics -> metrics.containsKey("alpha"));
        return told.map(metrics -> of(metrics, formats)).orElse(null);
    }

    private static JuryFigures of(Map<String, @Nullable Double> metrics, Formats formats) {
        Double alpha = metrics.get("alpha");
        Double bias = metrics.get("position_bias");
        Double confounded = metrics.get("confounded");
        Double share = metrics.get("fallback_share");
        return new JuryFigures(confounded != null && confounded > 0,
                new Agreement(alpha == null ? Level.CHANCE : Level.of(alpha), text(alpha, formats),
                        text(metrics.get("alpha_low"), formats),
                        text(metrics.get("alpha_high"), formats)),
                text(metrics.get("effective_jurors"), formats),
                new Bias(bias == null ? Favours.NEITHER : Favours.of(bias),
                        text(bias == null ? null : (Double) Math.abs(bias), formats)),
                text(share == null ? null : (Double) (PERCENT * share), formats));
    }

    private static String text(@Nullable Double figure, Formats formats) {
        return figure == null ? "" : formats.figure(figure);
    }
}
