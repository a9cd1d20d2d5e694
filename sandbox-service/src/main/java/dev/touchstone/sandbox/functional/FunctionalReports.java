package dev.touchstone.sandbox.functional;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.sandbox.attempt.Report;
import dev.touchstone.sandbox.attempt.Transcript;
import dev.touchstone.sandbox.attempt.Transcript.Heard;
import dev.touchstone.sandbox.functional.ScenarioResult.TurnResult;

/** The files of an attempt besides its transcript. What an agent said was masked before it came here. */
final class FunctionalReports {

    private FunctionalReports() {
    }

    static List<Report> of(ScenarioTally tally, FunctionalSummary summary) {
        return List.of(
                Report.jsonLines("functional_report.jsonl", tally.results().stream().map(FunctionalReports::row).toList()),
                Report.jsonLines("functional_prompts.jsonl", tally.results().stream().map(FunctionalReports::prompts).toList()),
                Report.json("functional_summary.json", summary.file()));
    }

    /** Of several turns, the one that decided stands where that of a scenario with one turn does; all follow. */
    private static ObjectNode row(ScenarioResult result) {
        Scenario scenario = result.scenario();
        Optional<TurnResult> decisive = decisive(result);
        Scenario.Turn asked = decisive.map(TurnResult::asked).orElse(scenario.turns().getFirst());
        Heard heard = decisive.map(turn -> turn.heard().heard()).orElse(null);
        ObjectNode row = head(result).put("question", asked.question()).put("expected", asked.expected())
                .put("answer", heard == null ? null : heard.text()).put("cutFrom", heard == null ? null : heard.cutFrom())
                .put("verdict", result.grade().key()).put("reason", result.graded().reason());
        row.set("distance", EventJson.mapper().valueToTree(result.distance()));
        row.put("latencyMillis", latency(result));
        Transcript.Failure failure = result.failure();
        row.put("failureCode", failure == null ? null : failure.code())
                .put("failureDetail", failure == null ? null : failure.detail());
        row.set("evaluation", EventJson.mapper().valueToTree(result.evaluation()));
        ArrayNode turns = row.putArray("turns");
        result.turns().forEach(turn -> turns.add(turn(turn)));
        return row;
    }

    private static ObjectNode turn(TurnResult turn) {
        ObjectNode json = EventJson.mapper().createObjectNode().put("question", turn.asked().question())
                .put("expected", turn.asked().expected()).put("aim", turn.asked().aim().key());
        Heard heard = turn.heard().heard();
        json.put("answer", heard == null ? null : heard.text()).put("verdict", turn.graded().grade().key())
                .put("reason", turn.graded().reason());
        json.set("distance", EventJson.mapper().valueToTree(turn.distance()));
        json.set("missingFacts", EventJson.mapper().valueToTree(turn.missingFacts()));
        return json.put("progress", turn.progress() == null ? null : turn.progress().key())
                .put("latencyMillis", turn.heard().latencyMillis());
    }

    private static Optional<TurnResult> decisive(ScenarioResult result) {
        // Of equals the first: what came later may only follow from it.
        return result.turns().stream().sorted(Comparator.comparing((TurnResult turn) -> turn.graded().grade()).reversed())
                .findFirst();
    }

    /** Of the whole conversation; null where there was none, which is not 0. */
    private static @Nullable Long latency(ScenarioResult result) {
        return result.said().isEmpty() ? null : result.said().stream().mapToLong(Transcript.Turn::latencyMillis).sum();
    }

    private static ObjectNode prompts(ScenarioResult result) {
        ObjectNode row = head(result);
        ArrayNode prompts = row.putArray("prompts");
        result.scenario().turns().forEach(turn -> prompts.add(turn.question()));
        return row;
    }

    private static ObjectNode head(ScenarioResult result) {
        Scenario scenario = result.scenario();
        ObjectNode head = EventJson.mapper().createObjectNode().put("scenarioId", scenario.id())
                .put("useCase", scenario.useCase()).put("language", scenario.language().key());
        head.set("source", EventJson.mapper().valueToTree(scenario.source()));
        return head;
    }
}
