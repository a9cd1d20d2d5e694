package dev.touchstone.submission.policy;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Stage;

/**
 * What a round is measured by.
 *
 * @param baseline the agent's published revision, null where it has none
 */
public record Yardstick(Policy policy, @Nullable Baseline baseline) {

    /** Scores the findings and rules on them. */
    public Assessment assess(Map<Stage, Finding> findings) {
        return TrustScores.assess(this, findings);
    }

    Optional<Promotion> promotion() {
        return Optional.ofNullable(baseline).map(published -> new Promotion(policy, published));
    }
}
