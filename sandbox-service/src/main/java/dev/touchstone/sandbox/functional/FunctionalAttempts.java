package dev.touchstone.sandbox.functional;

import java.util.concurrent.atomic.AtomicInteger;

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
    private final Evaluator evaluator;
    private final Budgets budgets;

    FunctionalAttempts(FunctionalConfig config, Embeddings embeddings, FunctionalJudging judging, Evaluator evaluator,
            Budgets budgets) {
        this.config = config;
        this.embeddings = embeddings;
        this.judging = judging;
        this.evaluator = evaluator;
        this.budgets = budgets;
    }

    Ending carryOut(ScenarioSources.Found.Scenarios found, AgentTarget agent, Session session) throws InterruptedException {
        return switch (embeddings.model()) {
            case Embeddings.Model.Unusable(String reason) -> Ending.couldNotLook("model_unusable", reason, true);
            case Embeddings.Model.Usable(ModelId model) -> carryOut(plan(found, model, agent), agent, session);
        };
    }

    private Ending carryOut(Plan plan, AgentTarget agent, Session session) throws InterruptedException {
        Budget budget = budgets.open(session);
        int questions = config.evaluatorQuestions();
        ScenarioAttempt attempt = new ScenarioAttempt(new ScenarioTalk(budget, agent, config.longestAnswer()), evaluator,
                judging.judge(plan.header().rules()), new AtomicInteger(questions - FunctionalRun.evaluated(plan, session)),
                questions < plan.scenarios().size());
        return new FunctionalRun(plan, attempt, judging, new CaseRun(session, config.sideBySide(), budget), session).carryOut();
    }

    private Plan plan(ScenarioSources.Found.Scenarios found, ModelId model, AgentTarget agent) {
        return new Plan(new Plan.Header(Rules.of(config, evaluator.configured()), model,
                found.suites().stream().map(ScenarioSuite::id).toList(), agent.card().digest()), found.scenarios());
    }
}
