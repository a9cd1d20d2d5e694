package dev.touchstone.judge.verdict.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Fleiss' kappa: how much more often than by chance two raters say the same of a unit, where all categories are equally far
 * from each other.
 *
 * @see <a href="https://doi.org/10.1037/h0031619">Fleiss (1971), Measuring nominal scale agreement among many raters</a>
 */
final class FleissKappa {

    private FleissKappa() {
    }

    /**
     * Empty without two raters, without a unit, and where all say the same of everything.
     *
     * @param units the categories that the raters gave each; equally many of them
     */
    static OptionalDouble of(List<? extends List<?>> units) {
        if (units.isEmpty() || units.getFirst().size() < 2) {
            return OptionalDouble.empty();
        }
        double raters = units.getFirst().size();
        Map<Object, Double> all = new HashMap<>();
        double agreement = 0;
        for (List<?> unit : units) {
            if (unit.size() != raters) {
                throw new IllegalArgumentException("Each unit has equally many ratings");
            }
            Map<Object, Double> counts = new HashMap<>();
            unit.forEach(category -> counts.merge(category, 1.0, Double::sum));
            counts.forEach((category, count) -> all.merge(category, count, Double::sum));
            agreement += (squares(counts) - raters) / (raters * (raters - 1));
        }
        double seen = agreement / units.size();
        double byChance = squares(all) / Math.pow(raters * units.size(), 2);
        return all.size() == 1 ? OptionalDouble.empty() : OptionalDouble.of((seen - byChance) / (1 - byChance));
    }

    private static double squares(Map<Object, Double> counts) {
        return counts.values().stream().mapToDouble(count -> count * count).sum();
    }
}
