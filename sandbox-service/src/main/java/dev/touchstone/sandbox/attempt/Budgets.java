package dev.touchstone.sandbox.attempt;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.jobs.Session;
import dev.touchstone.sandbox.AgentClient;

/** Opens the budget of an attempt, which several workers may spend one after the other. */
@ApplicationScoped
public class Budgets {

    private final AgentClient client;
    private final BudgetConfig config;

    Budgets(AgentClient client, BudgetConfig config) {
        this.client = client;
        this.config = config;
    }

    /** What is left of the attempt's budget. A stage asks the agent through it, and gives it to {@link CaseRun}. */
    public Budget open(Session session) {
        return new Budget(client, Limits.of(config), SpentItems.last(session), System::nanoTime);
    }
}
