package dev.touchstone.submission.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.OwnerStatement.ScorePart;
import dev.touchstone.events.Stage;
import dev.touchstone.submission.Members;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Violations;

/** Findings, and perhaps a baseline, with which somebody tries a policy. */
record Trial(Map<Stage, Finding> findings, @Nullable Baseline baseline) {

    private static final List<Stage> STAGES = List.of(Stage.PRECHECK, Stage.SECURITY, Stage.FUNCTIONAL, Stage.JUDGE);
    private static final int LONGEST_NAME = 128;
    private static final int MOST_METRICS = 200;

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with every violation by JSON pointer
     */
    static Trial read(JsonNode json) {
        Violations violations = new Violations();
        Members trial = Members.of(json, "", violations);
        Map<Stage, Finding> findings = findings(trial.object("findings"));
        Baseline baseline = baseline(trial.object("baseline"));
        trial.refuseOthers();
        if (!violations.isEmpty()) {
            throw Problems.invalidRequest(violations.all());
        }
        return new Trial(findings, baseline);
    }

    private static Map<Stage, Finding> findings(Members members) {
        Map<Stage, Finding> findings = new EnumMap<>(Stage.class);
        for (Stage stage : STAGES) {
            Members finding = members.object(stage.key());
            if (finding.isPresent()) {
                finding.require("passed");
                boolean passed = finding.flag("passed").orElse(false);
                findings.put(stage, new Finding(passed, metrics(finding), finding.raw("summary")));
                finding.refuseOthers();
            }
        }
        members.refuseOthers();
        return findings;
    }

    private static Map<String, @Nullable Double> metrics(Members finding) {
        Map<String, @Nullable Double> metrics = new HashMap<>();
        Members members = finding.object("metrics");
        if (finding.holdsAtMost("metrics", MOST_METRICS)) {
            for (String name : members.names()) {
                metrics.put(name, members.number(name, -Double.MAX_VALUE, Double.MAX_VALUE).orElse(null));
            }
        }
        return metrics;
    }

    private static @Nullable Baseline baseline(Members baseline) {
        String revision = baseline.text("revision", LONGEST_NAME).orElse("");
        if (!baseline.isPresent()) {
            return null;
        }
        baseline.require("revision");
        List<ScorePart> parts = new ArrayList<>();
        for (Members part : baseline.objects("breakdown", Component.values().length)) {
            part.require("weight");
            String component = part.requiredText("component", LONGEST_NAME).orElse("");
            double weight = part.number("weight", 0, Policy.ALL_POINTS).orElse(0.0);
            parts.add(new ScorePart(component, weight, part.number("points", 0, Policy.ALL_POINTS).orElse(null),
                    part.text("reason", Integer.MAX_VALUE).orElse("")));
            part.refuseOthers();
        }
        baseline.refuseOthers();
        return new Baseline(revision, parts);
    }
}
