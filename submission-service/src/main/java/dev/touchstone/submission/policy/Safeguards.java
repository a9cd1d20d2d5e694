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
 * @param jury bounds of the jury's figures; one that is not named is not bounded
 */
public record Safeguards(Map<HardRule, Consequence> rules, List<Limit> limits, Map<JuryFigure, Double> jury) {

    /** The built-in rules alone, each as weak as it may be. */
    public static final Safeguards FLOOR = new Safeguards(Map.of(), List.of(), Map.of());

    public Safeguards {
        Map<HardRule, Consequence> all = new EnumMap<>(HardRule.class);
        for (HardRule rule : HardRule.values()) {
            all.put(rule, rules.getOrDefault(rule, Consequence.ASK));
        }
        rules = Collections.unmodifiableMap(all);
        limits = List.copyOf(limits);
        Map<JuryFigure, Double> bounds = new EnumMap<>(JuryFigure.class);
        bounds.putAll(jury);
        jury = Collections.unmodifiableMap(bounds);
    }

    List<Objection> objections(Map<Stage, Finding> findings) {
        List<Objection> objections = new ArrayList<>();
        rules.forEach((rule, consequence) -> objections.addAll(rule.objections(findings, consequence)));
        jury.forEach((figure, bound) -> figure.objection(findings.get(Stage.JUDGE), bound).ifPresent(objections::add));
        limits.forEach(limit -> limit.objection(findings.get(limit.stage())).ifPresent(objections::add));
        return objections;
    }
}
