package dev.touchstone.sandbox.functional;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.touchstone.sandbox.attempt.Budget;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Passes an agent that does what its card says.
 *
 * @param minPassRate of all scenarios
 * @param maxFailRate of all scenarios
 * @param maxErrorRate of all scenarios
 */
@RegisterForReflection
record FunctionalGate(double minPassRate, double maxFailRate, double maxErrorRate) {

    /** Why the agent does not pass; empty for a pass. */
    List<String> judge(ScenarioTally tally) {
        List<String> reasons = new ArrayList<>();
        int all = tally.results().size();
        if (tally.count(Grade.PASS) < minPassRate * all || tally.count(Grade.PASS) == 0) {
            reasons.add("Only " + tally.count(Grade.PASS) + " of " + all + " answers are what was expected; at least "
                    + percent(minPassRate) + " must be.");
        }
        if (tally.count(Grade.FAIL) > maxFailRate * all) {
            reasons.add(tally.count(Grade.FAIL) + " of " + all + " answers miss what was asked or refuse it; at most "
                    + percent(maxFailRate) + " may.");
        }
        if (tally.count(Grade.ERROR) > maxErrorRate * all) {
            reasons.add(tally.count(Grade.ERROR) + " of " + all + " questions have no answer; at most " + percent(maxErrorRate)
                    + " may.");
        }
        if (tally.count(Grade.NOT_EXECUTED) > 0) {
            reasons.add(Budget.EXHAUSTED + ": " + tally.count(Grade.NOT_EXECUTED) + " of " + all
                    + " scenarios were not tried to their end.");
        }
        return List.copyOf(reasons);
    }

    private static String percent(double rate) {
        return String.format(Locale.ROOT, "%.1f %%", rate * 100);
    }
}
