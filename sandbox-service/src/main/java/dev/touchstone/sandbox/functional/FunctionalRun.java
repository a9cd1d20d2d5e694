package dev.touchstone.sandbox.functional;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.events.jobs.Session;
import dev.touchstone.sandbox.AgentClient;
import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.attempt.CaseRun;
import dev.touchstone.sandbox.attempt.Ending;
import dev.touchstone.sandbox.attempt.Ending.Findings;
import dev.touchstone.sandbox.attempt.Report;

/** One attempt of the functional stage with the scenarios of a card, from the first question to the gate. */
final class FunctionalRun {

    private final List<Scenario> scenarios;
    private final FunctionalConfig config;
    private final Embeddings embeddings;
    private final AgentClient client;
    private final Session session;

    FunctionalRun(List<Scenario> scenarios, FunctionalConfig config, Embeddings embeddings, AgentClient client,
            Session session) {
        this.scenarios = List.copyOf(scenarios);
        this.config = config;
        this.embeddings = embeddings;
        this.client = client;
        this.session = session;
    }

    Ending carryOut(AgentTarget agent) throws InterruptedException {
        ScenarioJudge judge = new ScenarioJudge(embeddings, config.passDistance(), config.failDistance(),
                config.longestAnswer());
        new CaseRun(session, config.sideBySide()).each(scenarios, Scenario::id, scenario -> Optional
                .of(Report.json(judge.judge(scenario, client.ask(agent, Prompt.of(scenario.question()))))));
        return ending(new ScenarioTally(scenarios.stream().map(this::result).toList()));
    }

    private ScenarioResult result(Scenario scenario) {
        return session.stored(scenario.id()).map(json -> Report.parse(json, ScenarioResult.class))
                .orElseThrow(() -> new IllegalStateException(scenario.id() + " has no result"));
    }

    private Ending ending(ScenarioTally tally) {
        Findings findings = findings(tally);
        if (tally.count(Grade.ERROR) == tally.results().size()) {
            String codes = String.join(", ", tally.results().stream()
                    .flatMap(result -> Stream.ofNullable(result.reply().failureCode())).distinct().sorted().toList());
            return Ending.failed("endpoint_unreachable", findings,
                    List.of("None of " + tally.results().size() + " questions was answered (" + codes + ")."), true);
        }
        FunctionalConfig.Gate gate = config.gate();
        List<String> reasons = new FunctionalGate(gate.minPassRate(), gate.maxFailRate(), gate.maxErrorRate()).judge(tally);
        return reasons.isEmpty() ? Ending.passed(findings, warnings(tally))
                : Ending.gateFailed(findings, reasons, tally.count(Grade.ERROR) > 0);
    }

    private Findings findings(ScenarioTally tally) {
        FunctionalSummary summary = new FunctionalSummary(tally, embeddings.model());
        return new Findings(summary.json(), summary.metrics(),
                List.of(Report.jsonLines("functional_report.jsonl", tally.results().stream().map(FunctionalRun::row).toList()),
                        Report.json("functional_summary.json", summary.json())));
    }

    private static ObjectNode row(ScenarioResult result) {
        ObjectNode row = EventJson.mapper().createObjectNode().put("scenarioId", result.scenario().id())
                .put("useCase", result.scenario().useCase()).put("language", result.scenario().language().key())
                .put("question", result.scenario().question()).put("expected", result.scenario().expected())
                .put("answer", result.reply().text()).put("cutFrom", result.reply().cutFrom())
                .put("verdict", result.grade().key()).put("reason", result.reason());
        row.set("distance", EventJson.mapper().valueToTree(result.distance()));
        return row.put("latencyMillis", result.reply().latencyMillis()).put("failureCode", result.reply().failureCode())
                .put("failureDetail", result.reply().detail());
    }

    private static List<String> warnings(ScenarioTally tally) {
        long unclear = tally.count(Grade.NEEDS_REVIEW);
        return unclear == 0 ? List.of() : List.of(unclear + " answers are unclear; a person has to read them.");
    }
}
