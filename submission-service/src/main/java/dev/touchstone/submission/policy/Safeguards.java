package dev.touchstone.submission.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.touchstone.events.Stage;

/**
 * What a score alone cannot overrule.
 *
 * @param rules what follows from each broken rule; one that is not named asks for a person
 * @param limits of the operator, besides the rules
 */
public record Safeguards(Map<HardRule, Consequence> rules, List<Limit> limits) {

    /** The built-in rules alone, each as weak as it may be. */
    public static final Safeguards FLOOR = new Safeguards(Map.of(), List.of());

    public Safeguards {
        Map<HardRule, Consequence> all = new EnumMap<>(HardRule.class);
        for (HardRule rule : HardRule.values()) {
            all.put(rule, rules.getOrDefault(rule, Consequence.ASK));
        }
        rules = Collections.unmodifiableMap(all);
        limits = List.copyOf(limits);
    }

    List<Objection> objections(Map<Stage, Finding> findings) {
        List<Objection> objections = new ArrayList<>();
        rules.forEach((rule, consequence) -> objections.addAll(rule.objections(findings, consequence)));
        limits.forEach(limit -> limit.objection(findings.get(limit.stage())).ifPresent(objections::add));
        return objections;
    }
}
