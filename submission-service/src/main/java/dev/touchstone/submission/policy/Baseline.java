package dev.touchstone.submission.policy;

import java.util.List;
import java.util.Optional;

import dev.touchstone.events.OwnerStatement.ScorePart;

/**
 * The revision of an agent that is published now, with what it was scored by then.
 *
 * @param breakdown empty where a person approved it without a score
 */
public record Baseline(String revision, List<ScorePart> breakdown) {

    public Baseline {
        breakdown = List.copyOf(breakdown);
    }

    /** The component's part, if it counted and was measured. */
    Optional<ScorePart> measured(Component component) {
        return breakdown.stream().filter(part -> part.component().equals(component.key()))
                .filter(part -> part.points() != null && part.weight() > 0).findFirst();
    }
}
