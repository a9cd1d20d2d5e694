package dev.touchstone.submission.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.touchstone.events.OwnerStatement.ScorePart;

/**
 * The promotion gate: what takes the place of a published revision must not be much worse than it. The baseline's
 * shares are weighed anew by the policy that rules, so that a change of weights is no regression.
 */
record Promotion(Policy policy, Baseline baseline) {

    /**
     * Why the revision is not shown to be good enough to take the baseline's place; empty if it is.
     *
     * @param parts of the new revision; one that was not measured is objected to by itself
     */
    List<Objection> objections(List<ScorePart> parts) {
        List<Objection> objections = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        BigDecimal now = BigDecimal.ZERO;
        boolean whole = true;
        for (Component component : Component.values()) {
            ScorePart part = part(parts, component);
            Optional<BigDecimal> then = points(component);
            if (part.weight() == 0) {
                continue;
            }
            if (then.isEmpty()) {
                objections.add(incomparable(component));
            }
            if (then.isEmpty() || part.points() == null) {
                whole = false;
                continue;
            }
            BigDecimal points = Points.exact(part.points());
            before = before.add(then.get());
            now = now.add(points);
            regression(shown(component), then.get(), points, policy.largestDrop().of(component)).ifPresent(objections::add);
        }
        if (whole) {
            regression("The total", before, now, policy.largestDrop().total()).ifPresent(objections::add);
        }
        return objections;
    }

    private static ScorePart part(List<ScorePart> parts, Component component) {
        return parts.stream().filter(part -> part.component().equals(component.key())).findFirst().orElseThrow();
    }

    private Optional<BigDecimal> points(Component component) {
        return baseline.measured(component).map(part -> Points.rescaled(
                part.points() == null ? 0 : part.points(), part.weight(), policy.weights().of(component)));
    }

    private Objection incomparable(Component component) {
        return Objection.asking("%s was not measured for the baseline %s, so it is not shown to be no worse."
                .formatted(shown(component), baseline.revision()));
    }

    private Optional<Objection> regression(String what, BigDecimal before, BigDecimal now, double largest) {
        BigDecimal drop = before.subtract(now);
        return drop.compareTo(Points.exact(largest)) <= 0 ? Optional.empty()
                : Optional.of(Objection
                        .asking("%s has %s points, %s fewer than the baseline %s; at most %s fewer pass without a person."
                                .formatted(what, Points.shown(now), Points.shown(drop), baseline.revision(),
                                        Points.shown(largest))));
    }

    private static String shown(Component component) {
        return component.key().substring(0, 1).toUpperCase(Locale.ROOT) + component.key().substring(1);
    }
}
