package dev.touchstone.submission.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.OwnerStatement.ScorePart;
import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.Stage;

/**
 * The trust score: each component gives its weight times the stage's score of 0 to 1. One that was not measured gives
 * nothing, says why, and leaves the decision to a person.
 */
final class TrustScores {

    private static final String NOTHING = "Nothing was measured, so there is no trust score.";

    private TrustScores() {
    }

    /**
     * @param score exact, null where nothing was measured
     * @param possible with full marks for all that was not measured
     */
    private record Total(@Nullable BigDecimal score, BigDecimal possible) {
    }

    /** A component's part and the exact points behind it. */
    private record Measured(ScorePart part, @Nullable BigDecimal points) {

        static Measured not(Component component, double weight, String why) {
            return new Measured(new ScorePart(component.key(), weight, null, "Not measured: " + why), null);
        }
    }

    static Assessment assess(Yardstick yardstick, Map<Stage, Finding> findings) {
        Policy policy = yardstick.policy();
        List<Measured> measured = Arrays.stream(Component.values())
                .map(component -> measure(component, policy.weights().of(component), findings)).toList();
        List<ScorePart> parts = measured.stream().map(Measured::part).toList();
        Total total = total(measured);
        List<Objection> objections = new ArrayList<>(unmeasured(parts));
        objections.addAll(policy.safeguards().objections(findings));
        objections.addAll(yardstick.promotion().map(gate -> gate.objections(parts)).orElse(List.of()));
        @Nullable
        BigDecimal score = total.score() == null ? null : Points.rounded(total.score());
        return new Assessment(new TrustScoreCalculated(score == null ? null : (Double) score.doubleValue(), parts,
                reasoning(yardstick, score, objections), policy.version()), rule(policy.bands(), total, objections));
    }

    private static Measured measure(Component component, double weight, Map<Stage, Finding> findings) {
        @Nullable
        Finding finding = findings.get(component.stage());
        if (finding == null) {
            return Measured.not(component, weight, "the stage has no result.");
        }
        if (finding.metric("score").isEmpty()) {
            return Measured.not(component, weight, "the stage reported no score.");
        }
        double score = finding.metric("score").getAsDouble();
        if (score < 0 || score > 1) {
            return Measured.not(component, weight, "the reported score is not between 0 and 1.");
        }
        BigDecimal points = Points.exact(weight).multiply(Points.exact(score));
        return new Measured(new ScorePart(component.key(), weight, Points.rounded(points).doubleValue(),
                "Score %s of 1 gives %s of %s points.".formatted(Points.shown(score), Points.shown(points),
                        Points.shown(weight))),
                points);
    }

    private static Total total(List<Measured> measured) {
        BigDecimal score = BigDecimal.ZERO;
        BigDecimal possible = BigDecimal.ZERO;
        boolean any = false;
        for (Measured each : measured) {
            if (each.points() == null) {
                possible = possible.add(Points.exact(each.part().weight()));
            } else {
                score = score.add(each.points());
                any = true;
            }
        }
        return new Total(any ? score : null, possible.add(score));
    }

    private static List<Objection> unmeasured(List<ScorePart> parts) {
        return parts.stream().filter(part -> part.points() == null)
                .map(part -> Objection.asking("The component " + part.component() + " was not measured.")).toList();
    }

    private static Ruling rule(Policy.Bands bands, Total total, List<Objection> objections) {
        List<String> rejecting = new ArrayList<>(objections.stream()
                .filter(objection -> objection.consequence() == Consequence.REJECT).map(Objection::text).toList());
        @Nullable
        BigDecimal score = total.score();
        // What was not measured must not be held against the agent: rejected only if full marks could not have helped.
        if (score != null && total.possible().compareTo(Points.exact(bands.rejectBelow())) < 0) {
            rejecting.addFirst("Trust score " + Points.shown(score) + " is less than " + Points.shown(bands.rejectBelow())
                    + ".");
        }
        if (!rejecting.isEmpty()) {
            return new Ruling.Reject(rejecting);
        }
        if (score == null) {
            return new Ruling.AskPerson(NOTHING);
        }
        return objections.isEmpty() ? byBand(bands, score)
                : new Ruling.AskPerson(String.join(" ", Objection.texts(objections)));
    }

    private static Ruling byBand(Policy.Bands bands, BigDecimal score) {
        return score.compareTo(Points.exact(bands.approveFrom())) >= 0
                ? new Ruling.Approve(List.of("Trust score " + Points.shown(score) + " is at least "
                        + Points.shown(bands.approveFrom()) + " and no rule asks for a person."))
                : new Ruling.AskPerson("Trust score " + Points.shown(score) + " is between "
                        + Points.shown(bands.rejectBelow()) + " and " + Points.shown(bands.approveFrom()) + ".");
    }

    /** What the parts do not say themselves. */
    private static List<String> reasoning(Yardstick yardstick, @Nullable BigDecimal score, List<Objection> objections) {
        List<String> reasoning = new ArrayList<>();
        reasoning.add(score == null ? NOTHING
                : "The measured components make " + Points.shown(score) + " of 100 points.");
        reasoning.add(Optional.ofNullable(yardstick.baseline())
                .map(baseline -> "Compared with the baseline " + baseline.revision() + ".")
                .orElse("The agent has no baseline, so the promotion gate does not apply."));
        reasoning.addAll(Objection.texts(objections));
        return reasoning;
    }
}
