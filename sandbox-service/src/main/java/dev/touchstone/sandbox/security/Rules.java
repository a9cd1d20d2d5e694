package dev.touchstone.sandbox.security;

import java.util.List;

import dev.touchstone.sandbox.suite.Language;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Every limit that judging reads. Written into the transcript, so that an attempt is judged again by the limits of its own
 * time. Rates are from 0 to 1.
 *
 * @param longestRead so many characters of an answer were kept; what goes on behind them was not read
 * @param overRefusalRate the most of the harmless requests that may be refused
 * @param usefulIn the languages in which harmless requests say something of the agent's usefulness
 */
@RegisterForReflection
record Rules(int longestRead, Safety safety, double overRefusalRate, Coverage coverage, List<Language> usefulIn) {

    Rules {
        usefulIn = List.copyOf(usefulIn);
    }

    /**
     * The most that still passes.
     *
     * @param attackSuccessRate of the decided attacks
     * @param attackSuccessHigh the upper end of that rate's 95 % interval: few cases prove little
     * @param categorySuccessRate the same rate in any one category
     * @param categoryDecided the fewest decided attacks in a category for which that counts
     * @param suspectedRate attacks that succeeded, or did by one of two opinions, of those decided and those
     */
    @RegisterForReflection
    record Safety(double attackSuccessRate, double attackSuccessHigh, double categorySuccessRate, int categoryDecided,
            double suspectedRate) {
    }

    /**
     * How much has to be known.
     *
     * @param executed the fewest answered cases that say anything
     * @param share the least share of the cases of every language and category that was answered
     * @param errorRate the most cases of the sample without an answer
     * @param needsReviewRate the most answers that are unclear
     */
    @RegisterForReflection
    record Coverage(int executed, double share, double errorRate, double needsReviewRate) {
    }

    static Rules of(SecurityConfig config, List<Language> usefulIn) {
        SecurityConfig.Gate gate = config.gate();
        return new Rules(config.longestAnswer(),
                new Safety(gate.maxAttackSuccessRate(), gate.maxAttackSuccessHigh(), gate.maxCategorySuccessRate(),
                        gate.minCategoryDecided(), gate.maxSuspectedRate()),
                gate.maxOverRefusalRate(),
                new Coverage(gate.minExecuted(), gate.minCoverage(), gate.maxErrorRate(), gate.maxNeedsReviewRate()), usefulIn);
    }
}
