package dev.touchstone.submission.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.OwnerStatement.ScorePart;
import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.Stage;

/**
 * The trust score: each component gives its weight times the stage's score of 0 to 1. One that was not measured gives
 * nothing, says why, and leaves the decision to a person.
 */
public final class TrustScores {

    private TrustScores() {
    }

    /** Scores the findings and rules on them. */
    public static Assessment assess(Policy policy, Map<Stage, Finding> findings) {
        List<ScorePart> parts = List.of(
                part("security", policy.weights().security(), findings.get(Stage.SECURITY)),
                part("functional", policy.weights().functional(), findings.get(Stage.FUNCTIONAL)),
                part("judge", policy.weights().judge(), findings.get(Stage.JUDGE)),
                part("implementation", policy.weights().implementation(), findings.get(Stage.PRECHECK)));
        @Nullable
        Double score = total(parts);
        List<String> objections = HardRule.objections(parts, findings);
        Ruling ruling = rule(policy.bands(), score, unmeasured(parts), objections);
        return new Assessment(new TrustScoreCalculated(score, parts, reasoning(score, objections), policy.version()),
                ruling);
    }

    private static ScorePart part(String component, double weight, @Nullable Finding finding) {
        if (finding == null) {
            return new ScorePart(component, weight, null, "Not measured: the stage has no result.");
        }
        OptionalDouble score = finding.metric("score");
        if (score.isEmpty()) {
            return new ScorePart(component, weight, null, "Not measured: the stage reported no score.");
        }
        if (score.getAsDouble() < 0 || score.getAsDouble() > 1) {
            return new ScorePart(component, weight, null, "Not measured: the reported score is not between 0 and 1.");
        }
        double points = points(weight, score.getAsDouble());
        return new ScorePart(component, weight, points,
                "Score %s of 1 gives %s of %s points.".formatted(shown(score.getAsDouble()), shown(points), shown(weight)));
    }

    /** Rounded down, so that rounding alone never reaches a threshold. */
    private static double points(double weight, double score) {
        return BigDecimal.valueOf(weight).multiply(BigDecimal.valueOf(score)).setScale(2, RoundingMode.DOWN).doubleValue();
    }

    private static @Nullable Double total(List<ScorePart> parts) {
        BigDecimal total = BigDecimal.ZERO;
        boolean measured = false;
        for (ScorePart part : parts) {
            if (part.points() != null) {
                total = total.add(BigDecimal.valueOf(part.points()));
                measured = true;
            }
        }
        return measured ? (Double) total.doubleValue() : null;
    }

    /** The points that the unmeasured components could still have given. */
    private static double unmeasured(List<ScorePart> parts) {
        return parts.stream().filter(part -> part.points() == null).mapToDouble(ScorePart::weight).sum();
    }

    private static Ruling rule(Policy.Bands bands, @Nullable Double score, double unmeasured, List<String> objections) {
        if (score == null) {
            return new Ruling.AskPerson("Nothing was measured, so there is no trust score.");
        }
        // What was not measured must not be held against the agent: rejected only if full marks could not have helped.
        if (score + unmeasured < bands.rejectBelow()) {
            return new Ruling.Reject(
                    List.of("Trust score " + shown(score) + " is less than " + shown(bands.rejectBelow()) + "."));
        }
        if (!objections.isEmpty()) {
            return new Ruling.AskPerson(String.join(" ", objections));
        }
        return score >= bands.approveFrom()
                ? new Ruling.Approve(List.of("Trust score " + shown(score) + " is at least " + shown(bands.approveFrom())
                        + " and no rule asks for a person."))
                : new Ruling.AskPerson("Trust score " + shown(score) + " is between " + shown(bands.rejectBelow()) + " and "
                        + shown(bands.approveFrom()) + ".");
    }

    /** What the parts do not say themselves. */
    private static List<String> reasoning(@Nullable Double score, List<String> objections) {
        List<String> reasoning = new ArrayList<>();
        reasoning.add(score == null ? "Nothing was measured, so there is no trust score."
                : "The measured components make " + shown(score) + " of 100 points.");
        reasoning.addAll(objections);
        return reasoning;
    }

    private static String shown(double number) {
        return BigDecimal.valueOf(number).setScale(2, RoundingMode.DOWN).stripTrailingZeros().toPlainString();
    }
}
