package dev.touchstone.sandbox.functional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.jobs.Session;
import dev.touchstone.sandbox.attempt.Budget;
import dev.touchstone.sandbox.attempt.Budgets;
import dev.touchstone.sandbox.attempt.CaseRun;
import dev.touchstone.sandbox.attempt.Ending;
import dev.touchstone.sandbox.suite.ScenarioSuite;

/** Sets up an attempt as it is configured here. */
@ApplicationScoped
class FunctionalAttempts {

    private final FunctionalConfig config;
    private final Embeddings embeddings;
    private final FunctionalJudging judging;
    private final Budgets budgets;

    FunctionalAttempts(FunctionalConfig config, Embeddings embeddings, FunctionalJudging judging, Budgets budgets) {
        this.config = config;
        this.embeddings = embeddings;
        this.judging = judging;
        this.budgets = budgets;
    }

    Ending carryOut(ScenarioSources.Found.Scenarios found, AgentTarget agent, Session session) throws InterruptedException {
        Budget budget = budgets.open(session);
        return switch (embeddings.model()) {
            case Embeddings.Model.Unusable(String reason) -> Ending.couldNotLook("model_unusable", reason, true);
            case Embeddings.Model.Usable(ModelId model) -> new FunctionalRun(plan(found, model, agent), attempt(agent, budget),
                    judging, new CaseRun(session, config.sideBySide(), budget), session).carryOut();
        };
    }

    private Plan plan(ScenarioSources.Found.Scenarios found, ModelId model, AgentTarget agent) {
        return new Plan(new Plan.Header(Rules.of(config, false), model,
                found.suites().stream().map(ScenarioSuite::id).toList(), agent.card().digest()), found.scenarios());
    }

    private ScenarioAttempt attempt(AgentTarget agent, Budget budget) {
        return new ScenarioAttempt(new ScenarioTalk(budget, agent, config.longestAnswer()));
    }
}
