package dev.touchstone.submission.policy;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.touchstone.submission.Members;
import dev.touchstone.submission.Violations;
import dev.touchstone.submission.policy.Policy.Bands;
import dev.touchstone.submission.policy.Policy.LargestDrop;
import dev.touchstone.submission.policy.Policy.Weights;

/** Reads a policy document. Pure; names every fault at once. {@code policy/policy.v1.schema.json} says the same. */
final class PolicyReader {

    /** Names below the policies' URL that are no versions. */
    private static final Set<String> RESERVED = Set.of("active", "activations");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final JsonNode ASK = TextNode.valueOf(Consequence.ASK.key());
    private static final JsonNode REJECT = TextNode.valueOf(Consequence.REJECT.key());
    private static final int LONGEST_DESCRIPTION = 1000;

    private final Violations violations = new Violations();
    private final Members members;

    private PolicyReader(JsonNode document) {
        this.members = Members.of(document, "", violations);
    }

    static PolicyReading read(JsonNode document) {
        return new PolicyReader(document).read();
    }

    private PolicyReading read() {
        String version = version();
        members.text("description", LONGEST_DESCRIPTION);
        Map<Component, Double> weights = weights();
        PointMembers bands = new PointMembers(members.object("bands"));
        double rejectBelow = bands.required("rejectBelow");
        double approveFrom = bands.required("approveFrom");
        bands.members.refuseOthers();
        if (rejectBelow > approveFrom) {
            members.fault("bands", "must not reject where it approves: rejectBelow is greater than approveFrom");
        }
        PointMembers drops = new PointMembers(members.object("largestDrop"));
        double total = drops.required("total");
        Map<Component, Double> drop = drops.byComponent();
        drops.members.refuseOthers();
        Map<HardRule, Consequence> rules = rules(members.object("rules"));
        Map<JuryFigure, Double> jury = jury(members.object("jury"));
        List<Limit> limits = LimitReader.read(members);
        members.refuseOthers();
        return violations.isEmpty()
                ? new PolicyReading.Valid(new Policy(version, new Weights(weights), new Bands(rejectBelow, approveFrom),
                        new Safeguards(rules, limits, jury), new LargestDrop(total, drop)))
                : new PolicyReading.Invalid(violations.all());
    }

    private String version() {
        members.require("version");
        String version = members.matching("version", VERSION,
                "1 to 64 characters of A-Z a-z 0-9 . _ - that begin with a letter or digit").orElse("");
        if (RESERVED.contains(version)) {
            members.fault("version", "must not be one of the words " + String.join(", ", RESERVED.stream().sorted().toList()));
        }
        return version;
    }

    private Map<Component, Double> weights() {
        PointMembers weights = new PointMembers(members.object("weights"));
        Map<Component, Double> read = weights.byComponent();
        weights.members.refuseOthers();
        if (read.values().stream().noneMatch(points -> Double.isNaN(points))) {
            requireHundred(Policy.sum(read.values()));
        }
        return read;
    }

    private void requireHundred(BigDecimal sum) {
        if (sum.compareTo(BigDecimal.valueOf(Policy.ALL_POINTS)) != 0) {
            members.fault("weights", "must make 100 together, and make " + sum.stripTrailingZeros().toPlainString());
        }
    }

    private static Map<HardRule, Consequence> rules(Members rules) {
        Map<HardRule, Consequence> read = new EnumMap<>(HardRule.class);
        for (HardRule rule : HardRule.values()) {
            JsonNode word = rules.raw(rule.key());
            if (rule.canReject() && word.equals(REJECT)) {
                read.put(rule, Consequence.REJECT);
            } else if (!word.isMissingNode() && !word.equals(ASK)) {
                rules.fault(rule.key(), rule.canReject()
                        ? "must be ask or reject; no rule can be turned off"
                        : "must be ask: it can neither be turned off nor held against the agent");
            }
        }
        rules.refuseOthers();
        return read;
    }

    private static Map<JuryFigure, Double> jury(Members jury) {
        Map<JuryFigure, Double> read = new EnumMap<>(JuryFigure.class);
        for (JuryFigure figure : JuryFigure.values()) {
            jury.number(figure.key(), figure.least(), figure.most()).ifPresent(bound -> read.put(figure, bound));
        }
        jury.refuseOthers();
        return read;
    }

    /** Members that are points: 0 to 100 with at most two decimals, as scores are compared. */
    private static final class PointMembers {

        private static final int DECIMALS = 2;

        private final Members members;

        PointMembers(Members members) {
            this.members = members;
        }

        /** NaN where there is a fault, which is less and greater than nothing. */
        double required(String name) {
            members.require(name);
            double points = members.number(name, 0, Policy.ALL_POINTS).orElse(Double.NaN);
            if (!Double.isNaN(points) && BigDecimal.valueOf(points).stripTrailingZeros().scale() > DECIMALS) {
                members.fault(name, "must have at most two decimals");
            }
            return points;
        }

        Map<Component, Double> byComponent() {
            return Stream.of(Component.values()).collect(Collectors.toMap(component -> component,
                    component -> required(component.key()), (one, other) -> one, () -> new EnumMap<>(Component.class)));
        }
    }
}
