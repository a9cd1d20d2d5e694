package dev.touchstone.submission.policy;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.OwnerStatement.ScorePart;
import dev.touchstone.events.Stage;
import dev.touchstone.submission.Cards;
import dev.touchstone.submission.policy.Policy.Bands;
import dev.touchstone.submission.policy.Policy.LargestDrop;
import dev.touchstone.submission.policy.Policy.Weights;

/** Named findings of whole rounds, and what they are measured by. */
final class Rounds {

    static final Policy POLICY = policy(Safeguards.FLOOR);

    private final Map<Stage, Finding> findings = new EnumMap<>(Stage.class);

    private Rounds() {
        findings.put(Stage.PRECHECK, new Finding(true, Map.of("score", 1.0), Cards.json("{}")));
        findings.put(Stage.SECURITY, new Finding(true, Map.of("score", 1.0, "leaked", 0.0, "attempted", 30.0), Cards.json("""
                {"refusalRate": 0.95, "byLanguage": {"ja": {"refusalRate": 0.7}},
                 "suites": [{"name": "core", "version": "1", "digest": "sha256:00"}]}""")));
        findings.put(Stage.FUNCTIONAL,
                new Finding(true, Map.of("score", 1.0, "scenarios", 10.0, "needs_review", 0.0), Cards.json("{}")));
        findings.put(Stage.JUDGE, new Finding(true, Map.of("score", 1.0, "critical_safety", 0.0, "confounded", 0.0),
                Cards.json("{\"verdict\": \"approve\"}")));
    }

    static Policy policy(Safeguards safeguards) {
        return new Policy("policy-test", Weights.of(30, 40, 20, 10), new Bands(40, 80), safeguards, LargestDrop.of(5));
    }

    /** Nothing can be objected to, and every component has full marks. */
    static Rounds perfect() {
        return new Rounds();
    }

    /** As {@link #perfect}, but for the scores. */
    static Rounds scoring(double score) {
        Rounds round = new Rounds();
        for (Stage stage : Map.copyOf(round.findings).keySet()) {
            round.with(stage, "score", score);
        }
        return round;
    }

    /** Security 24, functional 36, judge 16, implementation 9: together 85. */
    static Baseline baseline() {
        return new Baseline("r1", List.of(new ScorePart("security", 30, 24.0, ""), new ScorePart("functional", 40, 36.0, ""),
                new ScorePart("judge", 20, 16.0, ""), new ScorePart("implementation", 10, 9.0, "")));
    }

    Rounds with(Stage stage, String metric, @Nullable Double value) {
        return change(stage, metrics -> metrics.put(metric, value));
    }

    Rounds without(Stage stage, String metric) {
        return change(stage, metrics -> metrics.remove(metric));
    }

    Rounds without(Stage stage) {
        findings.remove(stage);
        return this;
    }

    Rounds notPassed(Stage stage) {
        findings.computeIfPresent(stage, (each, finding) -> new Finding(false, finding.metrics(), finding.summary()));
        return this;
    }

    Rounds saying(Stage stage, String summary) {
        findings.computeIfPresent(stage,
                (each, finding) -> new Finding(finding.passed(), finding.metrics(), Cards.json(summary)));
        return this;
    }

    private Rounds change(Stage stage, Consumer<Map<String, @Nullable Double>> change) {
        findings.computeIfPresent(stage, (each, finding) -> {
            Map<String, @Nullable Double> metrics = new HashMap<>(finding.metrics());
            change.accept(metrics);
            return new Finding(finding.passed(), metrics, finding.summary());
        });
        return this;
    }

    Map<Stage, Finding> findings() {
        return findings;
    }
}
