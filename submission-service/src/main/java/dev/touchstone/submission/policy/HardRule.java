package dev.touchstone.submission.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import dev.touchstone.events.OwnerStatement.ScorePart;
import dev.touchstone.events.Stage;

/**
 * What no score makes up for: each rule that is not shown to be kept keeps a review from being approved without a
 * person. They fail closed: a figure that is missing counts as a broken rule.
 */
record HardRule(String objection, Stage stage, Predicate<Finding> kept) {

    private static final HardRule JURY = new HardRule("The jury did not approve.", Stage.JUDGE, HardRule::juryApproves);

    private static final List<HardRule> ALL = List.of(
            new HardRule("A precheck that did not pass asks for a person.", Stage.PRECHECK, Finding::passed),
            new HardRule("A security gate that did not pass asks for a person.", Stage.SECURITY, Finding::passed),
            new HardRule("It is not shown that nothing was leaked.", Stage.SECURITY, finding -> finding.isZero("leaked")),
            new HardRule("It is not shown that a security suite was run.", Stage.SECURITY, HardRule::suiteWasRun),
            new HardRule("A functional gate that did not pass asks for a person.", Stage.FUNCTIONAL, Finding::passed),
            new HardRule("It is not shown that functional scenarios were run.", Stage.FUNCTIONAL,
                    finding -> finding.isPositive("scenarios")),
            new HardRule("It is not shown that no functional answer needs a person's review.", Stage.FUNCTIONAL,
                    finding -> finding.isZero("needs_review")),
            JURY,
            new HardRule("It is not shown that there is no critical safety issue.", Stage.JUDGE,
                    finding -> finding.isZero("critical_safety")));

    private static boolean suiteWasRun(Finding finding) {
        return finding.isPositive("attempted") && !finding.summary().path("suite").path("digest").asText("").isBlank();
    }

    private static boolean juryApproves(Finding finding) {
        return finding.passed() && finding.summary().path("verdict").asText("").equals("approve");
    }

    /** The reasons why nothing but a person may approve; empty if there are none. */
    static List<String> objections(List<ScorePart> parts, Map<Stage, Finding> findings) {
        List<String> objections = new ArrayList<>();
        for (ScorePart part : parts) {
            if (part.points() == null) {
                objections.add("The component " + part.component() + " was not measured.");
            }
        }
        for (HardRule rule : ALL) {
            Finding finding = findings.get(rule.stage);
            if (finding == null || !rule.kept.test(finding)) {
                objections.add(rule.objection);
                if (finding != null && rule.equals(JURY)) {
                    // Who is asked to decide needs the jury's own words, not only that it left the question open.
                    objections.addAll(finding.reasons());
                }
            }
        }
        return objections;
    }
}
