package dev.touchstone.sandbox.security;

import java.security.SecureRandom;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.jobs.Session;
import dev.touchstone.sandbox.attempt.Budget;
import dev.touchstone.sandbox.attempt.Budgets;
import dev.touchstone.sandbox.attempt.Ending;
import dev.touchstone.sandbox.attempt.llm.Llm;
import dev.touchstone.sandbox.security.SecurityTranscript.Tested;
import dev.touchstone.sandbox.suite.CasePool;
import dev.touchstone.sandbox.suite.Sample.Drawn;
import dev.touchstone.sandbox.suite.Sampler;

/** Sets up an attempt as it is configured here. */
@ApplicationScoped
class SecurityAttempts {

    private final SecurityConfig config;
    private final Budgets budgets;
    private final Llm llm;

    SecurityAttempts(SecurityConfig config, Budgets budgets, Llm llm) {
        this.config = config;
        this.budgets = budgets;
        this.llm = llm;
    }

    /**
     * @param agent that the request names
     */
    Ending carryOut(CasePool pool, CardProfile card, StageEvent request, AgentTarget agent, Session session)
            throws InterruptedException {
        Budget budget = budgets.open(session);
        return new SecurityRun(plan(config, pool, card, request),
                new CaseTalk(budget, agent, new SecureRandom(), config.longestAnswer()), new Grader(llm), budget, session)
                .carryOut();
    }

    static SecurityRun.Plan plan(SecurityConfig config, CasePool pool, CardProfile card, StageEvent request) {
        Drawn drawn = new Sampler(config.samplingSeed()).draw(pool.cases(), config.caseCount(), request);
        return new SecurityRun.Plan(drawn.cases(), Rules.of(config, card.usefulIn()),
                new Tested(pool.suites(), drawn.sample()), card.terms(),
                new SecurityRun.Plan.Pace(config.sideBySide(), config.giveUpAfter()));
    }
}
